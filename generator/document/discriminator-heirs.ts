/** Who extends whom by `allOf`, and what a discriminator's mapping leads to. */
import { isJsonArray, isJsonObject, type JsonValue, member } from "./json.js";
import type { Schema } from "./normal-document.js";
import { referencedName } from "./referenced-name.js";

/** For each component schema, those that name it in their `allOf`: its heirs, in document order. */
export function directHeirs(schemas: ReadonlyMap<string, Schema>): ReadonlyMap<string, readonly string[]> {
  const heirs = new Map<string, string[]>();
  for (const [heir, schema] of schemas) {
    const parts = member(schema, "allOf");
    const bases = new Set((isJsonArray(parts) ? parts : []).map(referencedName));
    for (const base of bases) if (base !== null && base !== heir) heirs.set(base, [...(heirs.get(base) ?? []), heir]);
  }
  return heirs;
}

/** The heirs of a schema and theirs. */
export function allHeirs(name: string, direct: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found = new Set([name]);
  // A set takes in what is added while it is walked.
  for (const base of found) for (const heir of direct.get(base) ?? []) found.add(heir);
  return [...found].slice(1);
}

/**
 * The values of a discriminator's mapping, with the names of the schemas that they lead to. Text, unless the property
 * is of another type: see `check-discriminators.ts`.
 */
export function mappingOf(schema: Schema): readonly (readonly [value: JsonValue, name: string])[] {
  const discriminator = member(schema, "discriminator");
  const mapping = member(discriminator, "mapping");
  const type = member(discriminator, typeKey);
  return Object.entries(isJsonObject(mapping) ? mapping : {}).flatMap(([key, target]) => {
    const name = typeof target === "string" ? targetName(target) : null;
    const value = typeof type === "string" ? valueOf(key, type) : key;
    return name === null || value === null ? [] : [[value, name] as const];
  });
}

/** Notes in a Discriminator Object the type of a property that is no text. */
export const typeKey = "x-exemplar-type";

/** The value of a type that a key of a mapping writes; null where it writes none. */
export function valueOf(key: string, type: string): number | boolean | null {
  if (type === "boolean") return key === "true" ? true : key === "false" ? false : null;
  const value = Number(key);
  const isOfType = type === "integer" ? Number.isSafeInteger(value) : Number.isFinite(value);
  return isOfType && String(value) === key ? value : null;
}

/** The value of a schema that no mapping names: its name, where the property is text. */
export function impliedValues(schema: Schema, name: string): readonly string[] {
  return member(member(schema, "discriminator"), typeKey) === undefined ? [name] : [];
}

/**
 * The schema of objects whose property is absent, or has a value that leads to no other one; null where there is none.
 * https://spec.openapis.org/oas/v3.2.0.html#discriminator-object
 */
export function defaultOf(schema: Schema): string | null {
  const target = member(member(schema, "discriminator"), "defaultMapping");
  return typeof target === "string" ? targetName(target) : null;
}

/** A target of a mapping: a reference, or the name of a schema. */
function targetName(target: string): string | null {
  if (!target.includes("#")) return target;
  return referencedName({ $ref: target });
}

/** The schemas that a union names. */
export function alternativesOf(schema: Schema): readonly string[] {
  const parts = ["oneOf", "anyOf"].flatMap((key) => member(schema, key) ?? []);
  return parts.flatMap((part) => referencedName(part) ?? []);
}
