/** Values of the vectors that JSON has no text for, written as objects of one key: `{ "$bigint": "1" }`. */
import { Buffer } from "node:buffer";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../generator/document/json.js";

const tags = new Set(["$undefined", "$bigint", "$number", "$date", "$bytes", "$blob", "$file"]);

/** Stands for a member that is to be left out. */
const absent = Symbol("absent");

/** The values that a tagged value stands for: two where a member is `undefined`, which may be so or be left out. */
export function revivals(value: JsonValue): readonly unknown[] {
  const isTwofold = JSON.stringify(value).includes('"$undefined"');
  return (isTwofold ? [undefined, absent] : [undefined]).map((nothing) => revive(value, nothing));
}

/** The one value, for what is expected. */
export function revived(value: JsonValue): unknown {
  return revive(value, undefined);
}

function revive(value: JsonValue, nothing: unknown): unknown {
  if (isJsonArray(value)) {
    // An item that is left out is a hole.
    const items: unknown[] = Array.from({ length: value.length });
    value.forEach((item, index) => {
      const given = revive(item, nothing);
      if (given === absent) Reflect.deleteProperty(items, index);
      else items[index] = given;
    });
    return items;
  }
  if (!isJsonObject(value)) return value;
  const [tag = "", ...others] = Object.keys(value);
  if (tags.has(tag) && others.length === 0) return reviveTag(value, tag, nothing);
  const entries = Object.entries(value).map(([key, member]) => [key, revive(member, nothing)] as const);
  return Object.fromEntries(entries.filter(([, member]) => member !== absent));
}

function reviveTag(tagged: JsonObject, tag: string, nothing: unknown): unknown {
  const content = tagged[tag];
  const parts = isJsonObject(content) ? content : {};
  switch (tag) {
    case "$undefined":
      return nothing;
    case "$bigint":
      return BigInt(textOf(tagged, tag));
    case "$number":
      return Number(content);
    case "$date":
      return new Date(textOf(tagged, tag));
    case "$bytes":
      return bytesOf(textOf(tagged, tag));
    case "$blob":
      return new Blob([bytesOf(textOf(parts, "base64"))], { type: textOf(parts, "type") });
    default: {
      const data = "text" in parts ? textOf(parts, "text") : bytesOf(textOf(parts, "base64"));
      return new File([data], textOf(parts, "name"), { type: textOf(parts, "type") });
    }
  }
}

function textOf(parts: JsonObject, key: string): string {
  const text = parts[key];
  if (typeof text !== "string") throw new Error(`${key} must be text`);
  return text;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(base64, "base64"));
}

/** Text that is the same for equal values: keys sorted, own properties only, types told apart. */
export function canonical(value: unknown): string {
  if (value === undefined) return "undefined";
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (value instanceof Date) return `date ${value.getTime()}`;
  if (value instanceof Uint8Array) return `bytes ${Buffer.from(value).toString("base64")}`;
  if (Array.isArray(value)) return `[${Array.from(value as unknown[], canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(",")}}`;
}
