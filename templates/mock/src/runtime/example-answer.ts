/** Examples of which some values are no JSON in code, as a server sends them. */
import { jsonText } from "./json-text.js";
import { isStream, streamText } from "./mock-stream.js";

/**
 * Writes the examples of a response.
 * @param whole what is to be written of an example
 * @param each of that, or of each value of a stream
 */
export function exampleAnswer(
  whole: (value: unknown) => unknown,
  each: (value: unknown) => unknown,
): (contentType: string, value: unknown) => string {
  const write = (value: unknown) => jsonText(value, "");
  return (contentType, value) => {
    if (!isStream(contentType)) return write(each(whole(value)));
    if (typeof value === "string") return value;
    const all = whole(value);
    const values: readonly unknown[] = Array.isArray(all) ? all : [all];
    return streamText(contentType, values.map(each), write);
  };
}
