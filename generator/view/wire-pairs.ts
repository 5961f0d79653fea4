/** A value as pairs of a form, as the code that `wire-writer.ts` writes sends it: for examples of documentation. */
import { isJsonArray, isJsonObject, type JsonValue, writeJson } from "../document/json.js";
import type { DelimitedContent, Escape, WireField, WireSlot, WireValue } from "../model/wire.js";
import { brackets, escapeName, escapeSeparator, escapeUri } from "./wire-escape.js";
import { restValue, type WalkedValue } from "./wire-writer.js";

/** Name and value, both escaped. */
export type Pair = readonly [name: string, value: string];

/**
 * The pairs of a value.
 * @param name escaped; not used where members have names of their own
 * @param isBracketed whether it stands inside of brackets, where null is sent as an empty text
 */
export function wirePairs(
  { value: how, nullable }: WireSlot,
  value: JsonValue,
  name: string,
  escape: Escape,
  isBracketed = false,
): readonly Pair[] {
  if (value === null && how.kind === "json" && how.nulls && nullable) return [[name, escaped("null", escape)]];
  if (value === null) return nullable && isBracketed ? [[name, ""]] : [];
  return valuePairs(how, value, name, escape);
}

function valuePairs(how: WireValue, value: JsonValue, name: string, escape: Escape): readonly Pair[] {
  switch (how.kind) {
    case "text":
      return [[name, escaped(plainText(value), escape)]];
    case "json":
      return [[name, escaped(writeJson(value), escape)]];
    case "any":
      return walkedPairs(how, value, name, escape, 0);
    case "list":
      return itemsOf(value).flatMap((item, index) => {
        const key = how.keys === "same" ? name : inside(name, how.keys === "indices" ? String(index) : "", escape);
        return wirePairs(how.item, item, key, escape, how.keys !== "same");
      });
    case "object":
      return membersOf(value, how).flatMap(([member, slot, inner]) => {
        const isFlat = how.keys === "flat";
        const key = escapeName(member, escape);
        return wirePairs(slot, inner, isFlat ? key : inside(name, key, escape), escape, !isFlat);
      });
    case "either": {
      const other: WireValue | null = isJsonArray(value) ? how.list : isJsonObject(value) ? how.object : null;
      return other === null ? [[name, escaped(plainText(value), escape)]] : valuePairs(other, value, name, escape);
    }
    case "delimited": {
      const parts = delimitedParts(how.content, value).map((part) => escaped(part, escape));
      return parts.length === 0 ? [] : [[name, parts.join(escapeSeparator(how.separator, escape))]];
    }
  }
}

function itemsOf(value: JsonValue): readonly JsonValue[] {
  return isJsonArray(value) ? value : [value];
}

/** Listed members in the order of the schema, then the others; each with how it is sent. */
export function membersOf(
  value: JsonValue,
  { fields, rest }: { readonly fields: readonly WireField[]; readonly rest: WireSlot | null },
): readonly (readonly [string, WireSlot, JsonValue])[] {
  if (!isJsonObject(value)) return [];
  const listed = fields.flatMap((field) => {
    const inner = Object.hasOwn(value, field.name) ? value[field.name] : undefined;
    return inner === undefined ? [] : [[field.name, field, inner] as const];
  });
  if (rest === null) return listed;
  const slot = { ...rest, value: restValue(rest.value) };
  const known = new Set(fields.map(({ name }) => name));
  const others = Object.entries(value).filter(([name]) => !known.has(name));
  return [...listed, ...others.map(([name, inner]) => [name, slot, inner] as const)];
}

/** Items, or names and values in turn. */
function delimitedParts(content: DelimitedContent, value: JsonValue): readonly string[] {
  const text = (inner: JsonValue) => (inner === null ? [] : [plainText(inner)]);
  if (content.kind === "list") return itemsOf(value).flatMap(text);
  return membersOf(value, content).flatMap(([name, , inner]) => text(inner).flatMap((part) => [name, part]));
}

/** As `any-pairs.ts` of the runtime walks over what its schema does not describe. */
function walkedPairs(how: WalkedValue, value: JsonValue, name: string, escape: Escape, depth: number): readonly Pair[] {
  const { lists, objects, separator } = how;
  const text = (inner: JsonValue) => escaped(plainText(inner), escape);
  if (value === null) return depth === 0 ? [] : [[name, ""]];
  const joined = (parts: readonly string[]): readonly Pair[] =>
    parts.length === 0 ? [] : [[name, parts.join(escapeSeparator(separator, escape))]];
  if (isJsonArray(value)) {
    if (lists === "json") return [[name, text(value)]];
    const present = value.filter((item) => item !== null);
    if (lists === "same") return present.map((item) => [name, text(item)]);
    if (lists === "comma") return joined(present.map(text));
    return value.flatMap((item, index) =>
      walkedPairs(how, item, inside(name, lists === "indices" ? String(index) : "", escape), escape, depth + 1),
    );
  }
  if (!isJsonObject(value) || objects === "json") return [[name, text(value)]];
  const members = Object.entries(value);
  if (objects === "comma")
    return joined(members.flatMap(([key, item]) => (item === null ? [] : [escapeName(key, escape), text(item)])));
  const isFlat = objects === "flat" && depth === 0;
  return members.flatMap(([key, item]) => {
    if (isFlat && item === null) return [];
    const own = escapeName(key, escape);
    const next: WalkedValue = isFlat ? { ...how, objects: "brackets" } : how;
    return walkedPairs(next, item, isFlat ? own : inside(name, own, escape), escape, depth + 1);
  });
}

function inside(name: string, member: string, escape: Escape): string {
  const [open, close] = brackets(escape);
  return name + open + member + close;
}

/** A scalar as it is, anything else as JSON. */
export function plainText(value: JsonValue): string {
  return typeof value === "string" ? value : writeJson(value);
}

function escaped(text: string, escape: Escape): string {
  if (escape !== "reserved") return escapeName(text, escape);
  // What is percent-encoded already stays, and so do reserved characters that cannot end or split the value.
  const parts = text.split(/(%[\dA-Fa-f]{2})/);
  return parts
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(/[^\w.~:/?@!$'()*,;-]+/g, (other) => escapeUri(other)),
    )
    .join("");
}
