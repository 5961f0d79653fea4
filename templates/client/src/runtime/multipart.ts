/** The parts of a `multipart/form-data` body. https://www.rfc-editor.org/rfc/rfc7578 */
import { FieldError } from "./field-error.js";
import { type DateShape, jsonText } from "./json-text.js";
import { nameOf, scalarText } from "./scalar-text.js";

/** One part, ready to be written. */
export interface Part {
  /** The name of the field, as it is: the writer escapes it. */
  readonly name: string;
  readonly data: string | Blob | ReadableStream<Uint8Array>;
  /** Makes the part a file. */
  readonly filename?: string;
  /** Its media type. Without one, it is `text/plain`. https://www.rfc-editor.org/rfc/rfc7578#section-4.4 */
  readonly type?: string;
  /** Headers beside Content-Disposition and Content-Type. */
  readonly headers?: PartHeaders;
}

export type PartHeaders = Readonly<Record<string, string | undefined>>;

/** What the document says of a part. */
export interface PartOptions {
  /** One concrete media type: neither a list nor a range. */
  readonly type?: string;
  readonly headers?: PartHeaders;
}

/** The content of a file. Text is content too, never a path; a stream can be sent once. */
export type FileData = Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array> | string;

/** A file with what its content does not say; each member wins over what the content or the document says. */
export interface NamedFile {
  readonly data: FileData;
  readonly filename?: string;
  readonly type?: string;
  readonly headers?: PartHeaders;
}

/** What a field that is a file takes. */
export type FileInput = FileData | NamedFile;

/**
 * A part that is text.
 * @param value text, a number, a boolean, a bigint or a `Date`
 * @throws FieldError for a value that has no text
 */
export function textPart(name: string, value: unknown, options: PartOptions = {}): Part {
  return { ...options, name, data: scalarText(value, name) };
}

/**
 * A part that is JSON, whatever its value is. It has no file name: servers take a part with one for a file.
 * @param dates where a `Date` is a day
 * @param options its type, if it is not `application/json` itself: `application/problem+json`
 * @throws FieldError for a value that has no JSON text
 */
export function jsonPart(name: string, value: unknown, options: PartOptions = {}, dates?: DateShape): Part {
  return { type: "application/json", ...options, name, data: jsonText(value, name, dates) };
}

/**
 * A part that is a file. A file without a name is called `blob`, as FormData does: some servers ignore one without.
 * @throws FieldError for what is no file, and for a stream that something else reads
 */
export function filePart(name: string, file: FileInput, options: PartOptions = {}): Part {
  const { data, filename, type, headers = {} }: NamedFile = isNamedFile(file) ? file : { data: file };
  if (!isFileData(data))
    throw new FieldError(name, `must be a file (a Blob, bytes, a stream or text), not ${nameOf(data)}`);
  if (isStream(data) && data.locked) throw new FieldError(name, "is a stream that is being read already");
  const own = new Set(Object.keys(headers).map((header) => header.toLowerCase()));
  const inherited = Object.entries(options.headers ?? {}).filter(([header]) => !own.has(header.toLowerCase()));
  return {
    name,
    // The newest types refuse bytes that may be shared memory.
    data: typeof data === "string" || isStream(data) || data instanceof Blob ? data : new Blob([data as ArrayBuffer]),
    // An empty name or type is none.
    filename: filename || (data instanceof File && data.name) || "blob",
    type: type || options.type || (data instanceof Blob && data.type) || "application/octet-stream",
    headers: Object.fromEntries([...inherited, ...Object.entries(headers)]),
  };
}

/**
 * The parts of a field of which the schema says nothing: an array gives a part for each item (null and undefined none),
 * a file is a file, a scalar text, anything else JSON. Where the type is JSON, everything but files is JSON; where it is
 * another, everything but files must be text.
 * @throws FieldError for a value that cannot be sent
 */
export function anyParts(name: string, value: unknown, options: PartOptions = {}): Part[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.flatMap((item) => (item == null ? [] : [anyPart(name, item, options)]));
}

function anyPart(name: string, value: unknown, options: PartOptions): Part {
  // Text is no file here, and an object whose `data` is text can be anybody's.
  const content = isNamedFile(value) ? value.data : value;
  if (typeof content !== "string" && isFileData(content))
    return filePart(name, isNamedFile(value) ? value : content, options);
  const isJson =
    options.type === undefined
      ? typeof value === "object" && !(value instanceof Date)
      : /^[^;]*[/+]json *(;|$)/i.test(options.type);
  return isJson ? jsonPart(name, value, options) : textPart(name, value, options);
}

function isNamedFile(value: unknown): value is NamedFile {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "data");
}

function isFileData(value: unknown): value is FileData {
  return (
    typeof value === "string" ||
    value instanceof Blob ||
    ArrayBuffer.isView(value) ||
    isStream(value) ||
    // One of another realm is no instance of ours.
    Object.prototype.toString.call(value) === "[object ArrayBuffer]"
  );
}

/** Not by `instanceof`: there are platforms without streams. */
export function isStream(value: unknown): value is ReadableStream<Uint8Array> {
  return typeof value === "object" && value !== null && "getReader" in value;
}
