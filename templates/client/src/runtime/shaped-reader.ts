/** Readers of JSON text of which some values are something else in code. */
import type { Read } from "./form-reader.js";
import { jsonWords, parseJson, scalar } from "./scalar-reader.js";
import type { ParseShaped, ValueShape } from "./value-shape.js";

/** JSON text of one of these types, as `readJson`, with what is something else in code. */
export function readShapedJson(types: readonly string[], parse: ParseShaped, shape: ValueShape): Read {
  return (source, field, reading, parent) => {
    const wrong = (at: string, message: string) => {
      reading.problems.push({ field: field + at, message });
    };
    const read = scalar(jsonWords(types), (text) =>
      parseJson(text, types) === undefined ? undefined : parse(text, shape, wrong),
    );
    return read(source, field, reading, parent);
  };
}
