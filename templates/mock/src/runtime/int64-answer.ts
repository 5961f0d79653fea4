/** Examples with integers of 64 bits that are no numbers, as a server sends them: with all digits. */
import { int64Input } from "./int64-input.js";
import type { Int64Shape } from "./int64-shape.js";
import { jsonText } from "./json-text.js";
import { isStream, streamText } from "./mock-stream.js";

/** Writes the examples of a response. */
export function int64Answer(shape: Int64Shape): (contentType: string, value: unknown) => string {
  const write = (value: unknown) => jsonText(value, "");
  const integers = (value: unknown) => int64Input(value, shape, "");
  return (contentType, value) => {
    if (!isStream(contentType)) return write(integers(value));
    if (typeof value === "string") return value;
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return streamText(contentType, values.map(integers), write);
  };
}
