/** Readers of values that are read as what came shows them, with dates in them. */
import { convertJson } from "./convert-json.js";
import { datesIn } from "./date-json.js";
import type { Read } from "./form-reader.js";
import type { ValueShape } from "./value-shape.js";

/** What another reader gives, with a Date where the shape says so. */
export function readDates(read: Read, shape: ValueShape): Read {
  return (source, field, reading, parent) => {
    const root = { value: read(source, field, reading, parent) };
    const convert = datesIn(root, (at, message) => reading.problems.push({ field: field + at, message }));
    return convertJson(root, shape, convert);
  };
}
