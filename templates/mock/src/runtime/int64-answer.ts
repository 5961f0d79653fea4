/** Examples with integers of 64 bits that are no numbers, as a server sends them: with all digits. */
import { exampleAnswer } from "./example-answer.js";
import { int64Input } from "./int64-input.js";
import type { ValueShape } from "./value-shape.js";

/**
 * Writes the examples of a response.
 * @param whole what is to be written of an example
 */
export function int64Answer(
  shape: ValueShape,
  whole: (value: unknown) => unknown = (value) => value,
): (contentType: string, value: unknown) => string {
  return exampleAnswer(whole, (value) => int64Input(value, shape, ""));
}
