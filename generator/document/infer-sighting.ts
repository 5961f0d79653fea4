/** What was seen at one place of the examples, over all of them: kinds, formats, children, and how often. */
import { formatOf, type StringFormat } from "./infer-format.js";
import { isRecord } from "./infer-record.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "./json.js";

export type Kind = "null" | "boolean" | "integer" | "number" | "string" | "array" | "object";

export interface Sighting {
  /** The key under which the values stand; null for roots, items, and the values of records. */
  readonly name: string | null;
  /** In the order in which they were first seen; `number` stands for `integer` where both were. */
  readonly kinds: ReadonlySet<Kind>;
  /** The format that every text has; null where they differ, or one has none. */
  readonly format: StringFormat | null;
  /** The elements of all arrays together; null where there was none. */
  readonly items: Sighting | null;
  /** All objects together; null where there was none. */
  readonly objects: ObjectSighting | null;
}

export interface ObjectSighting {
  readonly count: number;
  readonly members: RecordMembers | NamedMembers;
}

export interface RecordMembers {
  readonly kind: "record";
  /** The values under all keys together. */
  readonly value: Sighting;
}

export interface NamedMembers {
  readonly kind: "named";
  /** By key, in the order in which they were first seen. */
  readonly properties: ReadonlyMap<string, PropertySighting>;
}

export interface PropertySighting {
  /** In how many of the objects the key was. */
  readonly count: number;
  readonly value: Sighting;
}

/** What stands deeper is not looked at, and so unknown: types that deep are of no use, and recursion has an end. */
const maxDepth = 512;

/**
 * Folds values that stand at one place into what was seen there. Every value is looked at a fixed number of times, so
 * the time is linear in the size of the examples.
 * @param values all values of the place, from all examples and all elements of the arrays around it
 * @param name the key under which they stand, if they have one in common
 */
export function sight(values: readonly JsonValue[], name: string | null = null, depth = 0): Sighting {
  const seen = depth < maxDepth ? values : [];
  const elements = seen.filter(isJsonArray).flat();
  const objects = seen.filter(isJsonObject);
  return {
    name,
    kinds: kindsOf(seen),
    format: commonFormat(
      seen.filter((value) => typeof value === "string"),
      name,
    ),
    items: elements.length === 0 ? null : sight(elements, null, depth + 1),
    objects: objects.length === 0 ? null : sightObjects(objects, name, depth),
  };
}

function sightObjects(objects: readonly JsonObject[], name: string | null, depth: number): ObjectSighting {
  const groups = new Map<string, JsonValue[]>();
  for (const object of objects) {
    for (const [key, value] of Object.entries(object)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [value]);
      else group.push(value);
    }
  }
  return { count: objects.length, members: sightMembers(objects, groups, name, depth + 1) };
}

function sightMembers(
  objects: readonly JsonObject[],
  groups: ReadonlyMap<string, readonly JsonValue[]>,
  name: string | null,
  depth: number,
): RecordMembers | NamedMembers {
  const filled = objects.filter((object) => Object.keys(object).length > 0).length;
  if (isRecord(groups, filled, name)) return { kind: "record", value: sight([...groups.values()].flat(), null, depth) };
  const properties = new Map<string, PropertySighting>();
  for (const [key, group] of groups) properties.set(key, { count: group.length, value: sight(group, key, depth) });
  return { kind: "named", properties };
}

function kindsOf(values: readonly JsonValue[]): ReadonlySet<Kind> {
  const kinds = new Set(values.map(kindOf));
  return kinds.has("integer") && kinds.has("number")
    ? new Set([...kinds].map((kind) => (kind === "integer" ? "number" : kind)))
    : kinds;
}

function kindOf(value: JsonValue): Kind {
  if (value === null) return "null";
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "boolean";
  // JSON Schema 2020-12, 4.2.3: 1.0 is an integer. So is what is too large for one here, but not infinity.
  if (typeof value === "bigint") return "integer";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return isJsonArray(value) ? "array" : "object";
}

function commonFormat(texts: readonly string[], name: string | null): StringFormat | null {
  const [first] = texts;
  const format = first === undefined ? null : formatOf(first);
  // `"agentVersion": "3.1.5.0"` is no address.
  if (format === "ipv4" && name !== null && /version/i.test(name)) return null;
  return texts.every((text) => formatOf(text) === format) ? format : null;
}
