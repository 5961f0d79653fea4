/** JSON whose texts become a Date where a schema says that they are a date and time. */
import { type ConvertItem, convertJson, type Parsed } from "./convert-json.js";
import { dateOf, dateWords } from "./date-time.js";
import { FieldError } from "./field-error.js";
import { type ParseShaped, plainShapes, type Wrong } from "./value-shape.js";

/**
 * Parses JSON. Where the shape says so, a text that is a date and time becomes a Date.
 * @throws SyntaxError for text that is no JSON; FieldError for a text that is no date and time where none else may stand
 */
export const parseDates: ParseShaped = (text, shape, wrong) => {
  const root = { value: JSON.parse(text) as unknown };
  return convertJson(root, shape, datesIn(root, wrong));
};

/** Converts texts. */
export function datesIn(root: Parsed, wrong: Wrong = refuse): ConvertItem {
  return (item, shapes, _, holder, key) => {
    if (typeof item !== "string") return item;
    const plain = plainShapes(shapes, item);
    if (!plain.includes("Date")) return item;
    const date = dateOf(item);
    if (!date && !plain.includes("other")) wrong(pathTo(root, holder, key), `must be ${dateWords}`);
    return date ?? item;
  };
}

function refuse(at: string, problem: string): never {
  throw new FieldError(at.replace(/^\./, ""), problem);
}

/** Looked for where it is needed, which is where there is nothing else to do. */
function pathTo(root: object, holder: object, key: string): string {
  const open: (readonly [object, string])[] = [[root, ""]];
  // A list is iterated to its end, also where it grows.
  for (const [value, path] of open) {
    const inside = (name: string) => (value === root ? "" : path + (Array.isArray(value) ? `[${name}]` : `.${name}`));
    if (value === holder) return inside(key);
    for (const [name, item] of Object.entries(value) as [string, unknown][])
      if (typeof item === "object" && item !== null) open.push([item, inside(name)]);
  }
  return "";
}
