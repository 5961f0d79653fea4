/** Reading a `multipart/form-data` body that the platform has parsed, with `.formData()` of a Request or a Response. */
import { type DecodeResult, type Fields, type Read, readPairs, type Rest } from "./form-reader.js";

/** One part, as it came. */
export interface MultipartEntry {
  readonly name: string;
  /** Null for a file. JSON and text that came as a file without a name of its own, as FormData sends them, are text. */
  readonly text: string | null;
  /** Null for text that did not come as a file. */
  readonly file: File | null;
  /** The media type, in lower case; `text/plain` for text that did not come as a file, whose type the platform drops. */
  readonly type: string;
}

/**
 * All parts, in their order. Names are what was sent: several entries may have the same, and `__proto__` is one.
 * Text of which the bytes are no UTF-8 has U+FFFD in their place.
 */
export async function multipartEntries(form: FormData): Promise<MultipartEntry[]> {
  const entries: (readonly [string, string | File])[] = [];
  // To iterate, types need more than the library of the DOM.
  form.forEach((value, name) => entries.push([name, value]));
  const read = async ([name, value]: (typeof entries)[number]): Promise<MultipartEntry> => {
    if (typeof value === "string") return { name, text: value, file: null, type: "text/plain" };
    const isText = value.name === "blob" && /^(text\/|[^;]*[/+]json *(;|$))/i.test(value.type);
    return { name, text: isText ? await value.text() : null, file: value, type: value.type };
  };
  return Promise.all(entries.map(read));
}

/** Fields that are files, and fields of which nothing is known; all others are text, whatever the type of their part. */
export interface MultipartFiles {
  readonly files?: readonly string[];
  readonly any?: readonly string[];
}

/** Reads a multipart body into typed values. */
export async function readMultipart<Value>(
  form: FormData,
  fields: Fields,
  { files = [], any = [] }: MultipartFiles = {},
  rest?: Rest,
): Promise<DecodeResult<Value>> {
  const entries = await multipartEntries(form);
  const pairs = entries.map(async ({ name, text, file }) => {
    if (files.includes(name)) return [name, file ?? text ?? ""] as const;
    const isText = Object.hasOwn(fields, name) && !any.includes(name);
    return [name, text ?? (isText ? await file?.text() : file) ?? ""] as const;
  });
  return readPairs(await Promise.all(pairs), (raw) => raw, fields, rest);
}

/** A file, or text in its place. */
export const readFile: Read = ({ texts: [content, second] }, field, { problems }) => {
  if (second !== undefined) problems.push({ field, message: "is given more than once" });
  return content;
};

/** A list of files, each in a part of its own. */
export const readFiles: Read = ({ texts }) => (texts.length === 0 ? undefined : texts);

/** Of what nothing is known: text or a file, or a list of them. */
export const readAnyPart: Read = ({ texts }) => (texts.length > 1 ? texts : texts[0]);
