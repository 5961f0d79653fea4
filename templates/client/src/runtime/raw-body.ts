/** Bodies that are sent as they are. */
import type { BodyValue } from "./draft.js";
import { FieldError } from "./field-error.js";
import { nameOf } from "./scalar-text.js";

/**
 * A body that the platform sends as it is.
 * @throws FieldError for anything else: an object would be sent as `[object Object]`, FormData as another media type
 */
export function rawBody(value: unknown, field: string): BodyValue {
  const isStream = typeof value === "object" && value !== null && "getReader" in value;
  const isBytes = value instanceof ArrayBuffer || ArrayBuffer.isView(value) || value instanceof Blob;
  // A view of bytes is sent as its bytes; the newest types tell those in shared memory apart.
  if (typeof value === "string" || isBytes || isStream) return value as BodyValue;
  throw new FieldError(field, `must be text, bytes, a Blob or a stream, not ${nameOf(value)}`);
}

/** The media type of a body whose document says no more than a range: its own, if it has one. */
export function bytesType(value: unknown): string {
  return (value instanceof Blob && value.type) || "application/octet-stream";
}
