/** Values of which the schema does not say enough: the one walk at run time. */
import { anyText } from "./any-text.js";
import { FieldError } from "./field-error.js";
import { nameOf } from "./scalar-text.js";

/** How what is found is written. */
export interface AnyOptions {
  /** How items are named: `a=`, `a[]=`, `a[0]=`, or all in one: `a=x,y`, or JSON text. */
  readonly lists: "same" | "brackets" | "indices" | "comma" | "json";
  /** Objects: as JSON text, by `name[member]=`, by `member=` alone, or as names and values in turn: `a=k,v`. */
  readonly objects: "json" | "brackets" | "flat" | "comma";
  /** Escapes a text. */
  readonly text: (value: unknown, field: string) => string;
  /** Escapes a name; without one, as a text. */
  readonly name?: (value: unknown, field: string) => string;
}

/**
 * The pairs of a value, each beginning with `key`, which is escaped and has the separator before it: `&a`. Null is sent
 * inside of brackets alone, as an empty text.
 * @throws FieldError for what cannot be sent, and for a value inside itself
 */
export function anyPairs(key: string, value: unknown, field: string, options: AnyOptions): string {
  return value === null ? "" : pairs(key, value, field, options, []);
}

function pairs(key: string, value: unknown, field: string, options: AnyOptions, outer: readonly unknown[]): string {
  const { lists, objects, text, name = text } = options;
  if (value === undefined) return "";
  if (value === null) return `${key}=`;
  if (typeof value !== "object" || value instanceof Date) return `${key}=${text(value, field)}`;
  if (outer.includes(value)) throw new FieldError(field, "contains itself");
  const inside = [...outer, value];
  const plain = (item: unknown) => text(anyText(item, field), field);
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    if (lists === "indices" || lists === "brackets") {
      const inner = (item: unknown, index: number) =>
        pairs(`${key}%5B${lists === "indices" ? index : ""}%5D`, item, `${field}[${index}]`, options, inside);
      return items.map(inner).join("");
    }
    if (lists === "json") return `${key}=${plain(value)}`;
    // A list inside of a list, and an object, whose members could not be told from the next one's, are one text.
    const texts = items.filter((item) => item != null).map(plain);
    if (lists === "same") return texts.map((item) => `${key}=${item}`).join("");
    return texts.length > 0 ? `${key}=${texts.join(",")}` : "";
  }
  if (objects === "json") return `${key}=${plain(value)}`;
  if (Object.prototype.toString.call(value) !== "[object Object]")
    throw new FieldError(field, `cannot be sent: it is ${nameOf(value)}`);
  const members = Object.entries(value).filter(([, item]) => item !== undefined);
  if (objects === "comma") {
    const texts = members
      .filter(([, item]) => item !== null)
      .map(([member, item]) => `${name(member, field)},${plain(item)}`);
    return texts.length > 0 ? `${key}=${texts.join(",")}` : "";
  }
  const isFlat = objects === "flat" && outer.length === 0;
  const start = key.startsWith("; ") ? "; " : "&";
  return members
    .filter(([, item]) => !isFlat || item !== null)
    .map(([member, item]) => {
      const memberKey = isFlat ? start + name(member, field) : `${key}%5B${name(member, field)}%5D`;
      return pairs(
        memberKey,
        item,
        `${field}.${member}`,
        { ...options, objects: isFlat ? "brackets" : objects },
        inside,
      );
    })
    .join("");
}
