/** Responses with a value as its media type has it. */
import type { MockContent } from "./mock-setup.js";
import { isStream, streamText } from "./mock-stream.js";

const encoder = new TextEncoder();

type Bytes = ReturnType<typeof encoder.encode>;

/** What has been written of examples, which do not change. */
const written = new WeakMap<object, Map<unknown, Bytes | Blob>>();

/**
 * Makes a response. It says how long it is, so that a server need not send it in pieces.
 * @param content null for a response without content
 */
export function contentResponse(
  status: number,
  content: MockContent | null,
  value: unknown,
  headers: Readonly<Record<string, string>>,
): Response {
  if (content === null) return new Response(null, { status, headers: { ...headers } });
  return bytesResponse(status, write(content, value), { ...headers, "content-type": content.contentType });
}

/** Makes a response of a text. */
export function textResponse(status: number, text: string, headers: Readonly<Record<string, string>>): Response {
  return bytesResponse(status, encoder.encode(text), headers);
}

function bytesResponse(status: number, bytes: Bytes | Blob, headers: Readonly<Record<string, string>>): Response {
  const length = bytes instanceof Blob ? bytes.size : bytes.byteLength;
  return new Response(bytes, { status, headers: { ...headers, "content-length": String(length) } });
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
