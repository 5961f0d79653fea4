/** Answers before they are a `Response`: with a value as its media type has it. */
import type { MockContent } from "./mock-setup.js";
import { isStream, streamText } from "./mock-stream.js";

const encoder = new TextEncoder();

/** As the library of the compiler says: a Uint8Array, since TypeScript 5.7 of an ArrayBuffer. */
type Bytes = ReturnType<InstanceType<typeof TextEncoder>["encode"]>;

/** An answer as plain data. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Bytes | Blob | null;
}

/** Makes the response. */
export function responseOf({ status, headers, body }: Answer): Response {
  return new Response(body, { status, headers });
}

/** What has been written of examples, which do not change. */
const written = new WeakMap<object, Map<unknown, Bytes | Blob>>();

/**
 * An answer with a value. It says how long it is, so that a server need not send it in pieces.
 * @param content null for an answer without content
 */
export function contentAnswer(
  status: number,
  content: MockContent | null,
  value: unknown,
  headers: Readonly<Record<string, string>>,
): Answer {
  if (content === null) return { status, headers, body: null };
  return bytesAnswer(status, write(content, value), { ...headers, "content-type": content.contentType });
}

/** An answer with a text. */
export function textAnswer(status: number, text: string, headers: Readonly<Record<string, string>>): Answer {
  return bytesAnswer(status, encoder.encode(text), headers);
}

function bytesAnswer(status: number, body: Bytes | Blob, headers: Answer["headers"]): Answer {
  const length = body instanceof Blob ? body.size : body.byteLength;
  return { status, headers: { ...headers, "content-length": String(length) }, body };
}

function write(content: MockContent, value: unknown): Bytes | Blob {
  const { examples = {} } = content;
  if (!Object.values(examples).includes(value)) return bytesOf(content, value);
  const known = written.get(examples) ?? new Map<unknown, Bytes | Blob>();
  written.set(examples, known);
  const bytes = known.get(value) ?? bytesOf(content, value);
  known.set(value, bytes);
  return bytes;
}

function bytesOf({ contentType, write: own = textOf }: MockContent, value: unknown): Bytes | Blob {
  return value instanceof Blob ? value : encoder.encode(own(contentType, value));
}

function textOf(contentType: string, value: unknown): string {
  if (!isStream(contentType))
    return /^[^;]*json *(;|$)/.test(contentType) || typeof value !== "string" ? JSON.stringify(value) : value;
  if (typeof value === "string") return value;
  return streamText(contentType, Array.isArray(value) ? value : [value]);
}
