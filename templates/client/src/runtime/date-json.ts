/** JSON whose texts become a Date where a schema says that they are a date and time. */
import { type ConvertItem, convertJson, type Place } from "./convert-json.js";
import { dateOf, dateWords } from "./date-time.js";
import { FieldError } from "./field-error.js";
import { type ParseShaped, plainShapes, type Wrong } from "./value-shape.js";

/**
 * Parses JSON. Where the shape says so, a text that is a date and time becomes a Date.
 * @throws SyntaxError for text that is no JSON; FieldError for a text that is no date and time where none else may stand
 */
export const parseDates: ParseShaped = (text, shape, wrong) => convertJson(text, shape, datesOf(wrong));

/** Converts texts. */
export function datesOf(wrong: Wrong = refuse): ConvertItem {
  return (item, shapes, _, place, key) => {
    if (typeof item !== "string") return item;
    const plain = plainShapes(shapes, item);
    if (!plain.includes("Date")) return item;
    const date = dateOf(item);
    if (!date && !plain.includes("other")) wrong(pathTo(place, key), `must be ${dateWords}`);
    return date ?? item;
  };
}

function refuse(at: string, problem: string): never {
  throw new FieldError(at.replace(/^\./, ""), problem);
}

function pathTo(place: Place, last: string): string {
  let path = "";
  let key = last;
  // The outermost one holds the value as a whole.
  for (let at = place; at.outer; at = at.outer) {
    path = (Array.isArray(at.value) ? `[${key}]` : `.${key}`) + path;
    ({ key } = at);
  }
  return path;
}
