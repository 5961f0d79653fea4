/** Values of which the schema does not say enough: the one walk at run time. */
import { anyText } from "./any-text.js";
import { FieldError } from "./field-error.js";
import { itemText } from "./item-text.js";
import { nameOf } from "./scalar-text.js";

/** Deeper than this, no server reads it, and the stack ends soon. */
const maxDepth = 1000;

/** How what is found is written. */
export interface AnyOptions {
  /** How items are named: `a=`, `a[]=`, `a[0]=`, or all in one: `a=x,y`, or JSON text. */
  readonly lists: "same" | "brackets" | "indices" | "comma" | "json";
  /** Objects: as JSON text, by `name[member]=`, by `member=` alone, or as names and values in turn: `a=k,v`. */
  readonly objects: "json" | "brackets" | "flat" | "comma";
  /** Between the items, or names and values, of one text: a comma, if there is nothing else. */
  readonly separator?: " " | "|";
  /** Escapes a text. */
  readonly text: (value: unknown, field: string) => string;
  /** Escapes a name; without one, as a text. */
  readonly name?: (value: unknown, field: string) => string;
}

/**
 * The pairs of a value, each beginning with `key`, which is escaped and has the separator before it: `&a`. Null is sent
 * inside of brackets alone, as an empty text.
 * @throws FieldError for what cannot be sent, for a value inside itself, and for one that is nested too deeply
 */
export function anyPairs(key: string, value: unknown, field: string, options: AnyOptions): string {
  return value === null ? "" : pairs(key, value, field, options, []);
}

function pairs(key: string, value: unknown, field: string, options: AnyOptions, outer: readonly unknown[]): string {
  const { lists, objects, text, name = text, separator } = options;
  const between = separator === undefined ? "," : encodeURIComponent(separator);
  if (value === undefined) return "";
  if (value === null) return `${key}=`;
  if (typeof value !== "object" || value instanceof Date) return `${key}=${text(value, field)}`;
  if (outer.includes(value)) throw new FieldError(field, "contains itself");
  if (outer.length > maxDepth) throw new FieldError(field, "is nested too deeply");
  const inside = [...outer, value];
  const plain = (item: unknown) => text(anyText(item, field), field);
  // What has the separator in it could not be told from two.
  const part = (item: unknown) =>
    text(separator === undefined ? anyText(item, field) : itemText(anyText(item, field), separator, field), field);
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    if (lists === "indices" || lists === "brackets") {
      const inner = (item: unknown, index: number) =>
        pairs(`${key}%5B${lists === "indices" ? index : ""}%5D`, item, `${field}[${index}]`, options, inside);
      return items.map(inner).join("");
    }
    if (lists === "json") return `${key}=${plain(value)}`;
    // A list inside of a list, and an object, whose members could not be told from the next one's, are one text.
    const present = items.filter((item) => item != null);
    if (lists === "same") return present.map((item) => `${key}=${plain(item)}`).join("");
    return present.length > 0 ? `${key}=${present.map(part).join(between)}` : "";
  }
  if (objects === "json") return `${key}=${plain(value)}`;
  if (Object.prototype.toString.call(value) !== "[object Object]")
    throw new FieldError(field, `cannot be sent: it is ${nameOf(value)}`);
  const members = Object.entries(value).filter(([, item]) => item !== undefined);
  if (objects === "comma") {
    const texts = members.flatMap(([member, item]) => (item === null ? [] : [name(member, field), part(item)]));
    return texts.length > 0 ? `${key}=${texts.join(between)}` : "";
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
