/** The values of an enum by name: the members of the object that stands beside its type. `docs/enums-and-int64.md` has the rules. */
import type { Diagnostics, Origin } from "../diagnostics.js";
import { int64TypeOf } from "../document/int64.js";
import { isJsonArray, isJsonObject, type JsonValue, member } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import type { EnumMember } from "./model.js";
import { memberCase } from "./names.js";

type Scalar = EnumMember["value"];

/**
 * The members of a component schema that is an enum. Null among its values has none.
 * @returns an empty list for any other schema
 */
export function enumMembers(schema: Schema, origin: Origin, diagnostics: Diagnostics): readonly EnumMember[] {
  const found = enumSchema(schema, origin);
  if (found === null) return [];
  const { values } = found;
  const names = namesByExtension(found, diagnostics);
  const descriptions = descriptionsByExtension(found, diagnostics);
  const keys = keysOf([...new Set(values)].filter((value) => value !== null));
  const seen = new Set<Scalar>();
  return values.flatMap((value, index) => {
    // A value that is listed twice has a member for each name that is given to it, as an alias has, else one.
    if (value === null || (names === null && seen.has(value))) return [];
    seen.add(value);
    return [
      {
        key: names?.[index] ?? keys.get(value) ?? String(value),
        value: typed(value, int64TypeOf(found.schema)),
        description: descriptions?.(value, index) ?? null,
      },
    ];
  });
}

/** An integer of 64 bits as its type. */
function typed(value: Scalar, type: "bigint" | "string" | null): Scalar {
  const isInteger = typeof value === "bigint" || Number.isInteger(value);
  if (type === null || !isInteger) return value;
  return type === "bigint" ? BigInt(value) : String(value);
}

interface EnumSchema {
  readonly schema: Schema;
  readonly values: readonly (Scalar | null)[];
  readonly origin: Origin;
}

/** The schema with the values, behind a wrapper that only adds null; not behind a reference: what that names has an object. */
function enumSchema(schema: Schema, origin: Origin): EnumSchema | null {
  const values = schema["enum"];
  if (isJsonArray(values)) {
    // Values and members exclude each other: the type has the members then.
    if (["properties", "additionalProperties"].some((key) => Object.hasOwn(schema, key))) return null;
    const isNamed = values.some((value) => value !== null && typeof value !== "boolean");
    return isNamed && values.every(isScalarOrNull) ? { schema, values, origin } : null;
  }
  const lists = ["oneOf", "anyOf", "allOf"].flatMap((key) => {
    const list = schema[key];
    return isJsonArray(list) ? list.map((part, index) => ({ part, pointer: `${origin.pointer}/${key}/${index}` })) : [];
  });
  const [only, ...others] = lists.filter(({ part }) => !(isJsonObject(part) && part["type"] === "null"));
  if (only === undefined || others.length > 0 || !isJsonObject(only.part)) return null;
  return enumSchema(only.part, { uri: origin.uri, pointer: only.pointer });
}

function isScalarOrNull(value: JsonValue): value is Scalar | null {
  return value === null || typeof value !== "object";
}

/**
 * Keys that follow from the values. A value that is its own key keeps it; where others become the same, each of them has
 * its exact text, so that no value has the name of another.
 */
function keysOf(values: readonly Scalar[]): ReadonlyMap<Scalar, string> {
  const wishes = values.map(wishOf);
  const wanted = countsOf(wishes);
  const texts = countsOf(values.map(String));
  const entries = values.map((value, index) => {
    const wish = wishes[index] ?? "";
    // `1` and `"1"` have one text.
    if (texts.get(String(value)) !== 1) return [value, `${wish}_${typeof value}`] as const;
    return [value, wish === value || wanted.get(wish) === 1 ? wish : String(value)] as const;
  });
  return new Map(entries);
}

function countsOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** As types are written: `in-progress` gives `InProgress`, `-1` `Minus1`, `10` `_10`; what has no letter stays. */
function wishOf(value: Scalar): string {
  const text = String(value);
  if (text === "") return "Empty";
  return memberCase(text.replace(/^-(?=\d)/, "minus ").replace(/^\+(?=\d)/, "plus ")) || text;
}

/** Names by position, as they are written; null where there are none that can be used. */
function namesByExtension({ schema, values, origin }: EnumSchema, diagnostics: Diagnostics): readonly string[] | null {
  for (const key of ["x-enum-varnames", "x-enumNames"]) {
    const names = member(schema, key);
    if (names === undefined) continue;
    const problem = listProblem(names, values.length) ?? repetition(names);
    if (problem === null && isTexts(names)) return names;
    reportUnused(key, problem ?? "", origin, diagnostics);
  }
  return null;
}

/** A comment by value or position; null where there is none that can be used. */
function descriptionsByExtension(
  { schema, values, origin }: EnumSchema,
  diagnostics: Diagnostics,
): ((value: Scalar, index: number) => string | null) | null {
  for (const key of ["x-enum-descriptions", "x-enumDescriptions"]) {
    const texts = member(schema, key);
    if (texts === undefined) continue;
    // Some tools write them by value.
    if (isJsonObject(texts) && isTexts(Object.values(texts)))
      return (value) => {
        const text = member(texts, String(value));
        return typeof text === "string" ? text : null;
      };
    const problem = listProblem(texts, values.length);
    if (problem === null && isTexts(texts)) return (_, index) => texts[index] ?? null;
    reportUnused(key, problem ?? "", origin, diagnostics);
  }
  return null;
}

function isTexts(list: JsonValue): list is readonly string[] {
  return isJsonArray(list) && list.every((item) => typeof item === "string");
}

/** Why a value is no list of a text for each value of the enum. */
function listProblem(list: JsonValue, length: number): string | null {
  if (!isTexts(list)) return "is no list of texts";
  return list.length === length ? null : `has the length ${list.length}, and the enum ${length}`;
}

function repetition(names: JsonValue): string | null {
  const list = isTexts(names) ? names : [];
  const twice = list.find((name, index) => list.indexOf(name) !== index);
  return twice === undefined ? null : `has ${JSON.stringify(twice)} twice`;
}

function reportUnused(key: string, problem: string, { uri, pointer }: Origin, diagnostics: Diagnostics): void {
  diagnostics.add("enum-extension-unused", { uri, pointer: `${pointer}/${key}` }, { key, problem });
}
