/**
 * Bases that others extend by `allOf`, and that a discriminator tells apart: who refers to the base means any of its
 * heirs. So the base becomes the union of them, and what they have in common a schema of its own, which they extend.
 * https://spec.openapis.org/oas/v3.1.1.html#models-with-polymorphism-support
 */
import { baseNames } from "./base-names.js";
import { declarations, directionOf } from "./declared-property.js";
import { alternativesOf, allHeirs, defaultOf, directHeirs, impliedValues, mappingOf } from "./discriminator-heirs.js";
import { allowedValues } from "./discriminator-values.js";
import { extendBases } from "./extend-bases.js";
import { isJsonArray, isJsonObject, type JsonValue, jsonObject, member } from "./json.js";
import type { NormalSchema, Schema } from "./normal-document.js";
import { referencedName } from "./referenced-name.js";
import { isNote } from "./schema-notes.js";
import { referenceTo } from "./schema-names.js";
import { kindSchema } from "./write-kind.js";

/** A base with more heirs stays as it is: nobody reads such a union, and each use of it would bring all of them. */
const maximumHeirs = 60;

/** Splits each such base in two. */
export function splitBases(schemas: readonly NormalSchema[]): readonly NormalSchema[] {
  const byName = new Map(schemas.map(({ name, schema }) => [name, schema]));
  const direct = directHeirs(byName);
  const families = familiesOf(byName, direct);
  if (families.size === 0) return schemas;
  const bases = baseNames([...families.keys()], byName);
  return schemas.flatMap((entry): readonly NormalSchema[] => {
    const own = extendBases(entry.schema, bases);
    const kinds = families.get(entry.name);
    const base = bases.get(entry.name);
    if (kinds === undefined || base === undefined) return [{ ...entry, schema: own }];
    const heirs = direct.get(entry.name) ?? [];
    const [all, kin] = [entry.name, kinds.root].map((name) => allHeirs(name, direct));
    const union = unionOf(entry, { ...kinds, base, heirs, all: all ?? [], kin: kin ?? [] }, byName);
    return [
      { ...entry, name: base, schema: commonPart(own, entry.name) },
      { ...entry, schema: union },
    ];
  });
}

interface Kinds {
  /** A Discriminator Object, or null where nothing tells the heirs apart. */
  readonly discriminator: Schema | null;
  /** The schema that has it. */
  readonly root: string;
}

/**
 * The schemas to split, with their discriminators: those that have one and heirs, their heirs that have heirs
 * themselves, and those that name their own heirs as alternatives, which would be a circle otherwise.
 */
function familiesOf(
  schemas: ReadonlyMap<string, Schema>,
  direct: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, Kinds> {
  const families = new Map<string, Kinds>();
  for (const [name, schema] of schemas) {
    const all = allHeirs(name, direct);
    if (all.length === 0 || all.length > maximumHeirs || all.includes(name)) continue;
    const discriminator = member(schema, "discriminator");
    const told =
      isJsonObject(discriminator) && typeof discriminator["propertyName"] === "string" ? discriminator : null;
    const isCircle = saysMore(schema) && alternativesOf(schema).some((alternative) => all.includes(alternative));
    if (told === null && !isCircle) continue;
    families.set(name, { discriminator: told, root: name });
    if (told === null) continue;
    for (const heir of all) {
      const isTold = (families.get(heir)?.discriminator ?? null) !== null;
      if (direct.has(heir) && !isTold) families.set(heir, { discriminator: told, root: name });
    }
  }
  return families;
}

/** Whether a schema says something of its alternatives that they then have in common. */
function saysMore(schema: Schema): boolean {
  return Object.hasOwn(schema, "properties") || Object.hasOwn(schema, "allOf");
}

function commonPart(schema: Schema, name: string): Schema {
  const left = new Set(["discriminator", "oneOf", "anyOf", "title", "description", "example", "examples", "default"]);
  const entries = Object.entries(schema).flatMap(([key, value]): readonly (readonly [string, JsonValue])[] => {
    if (left.has(key)) return [];
    if (key !== "type" || !isJsonArray(value)) return [[key, value]];
    // The union says that it may be null.
    return [[key, value.filter((type) => type !== "null")]];
  });
  return jsonObject<JsonValue>([["description", `What all kinds of \`${name}\` have in common.`], ...entries]);
}

interface Family extends Kinds {
  readonly base: string;
  readonly heirs: readonly string[];
  /** The heirs, and theirs. */
  readonly all: readonly string[];
  /** The same of the schema that has the discriminator. */
  readonly kin: readonly string[];
}

function unionOf({ name, schema }: NormalSchema, family: Family, schemas: ReadonlyMap<string, Schema>): Schema {
  const { heirs, discriminator } = family;
  const parts = ["oneOf", "anyOf"].flatMap((key) => member(schema, key) ?? []).flat();
  const named = new Set(parts.map(referencedName));
  // What does not extend the base has what the base says beside its alternatives.
  const written = parts.map((part): JsonValue => {
    const other = referencedName(part);
    const isOther = other !== null && !family.all.includes(other) && saysMore(schema);
    return isOther ? { allOf: [{ $ref: referenceTo(family.base) }, part] } : part;
  });
  const own = discriminator === null ? [] : ownAlternative(name, discriminator, family, schemas);
  const added = heirs.filter((heir) => !named.has(heir)).map((heir): JsonValue => ({ $ref: referenceTo(heir) }));
  const type = member(schema, "type");
  const nothing: readonly JsonValue[] = isJsonArray(type) && type.includes("null") ? [{ type: "null" }] : [];
  return jsonObject<JsonValue>([
    ...Object.entries(schema).filter(([key]) => isNote(key)),
    ["oneOf", [...written, ...added, ...own, ...nothing]],
    ...(discriminator === null ? [] : [["discriminator", discriminator] as const]),
  ]);
}

/**
 * The base itself, of the values that are none of its heirs': those that the mapping has for it, or that its own enum
 * leaves; where there is neither, and the mapping does not lead to all heirs, its name (https://spec.openapis.org/oas/v2.0.html#schema-object, `discriminator`).
 * Where it is the default, all that lead to no heir; where an heir is, what the enum leaves is that heir's.
 */
function ownAlternative(
  name: string,
  discriminator: Schema,
  { base, all, root, kin }: Family,
  schemas: ReadonlyMap<string, Schema>,
): readonly JsonValue[] {
  const property = discriminator["propertyName"];
  if (typeof property !== "string") return [];
  const mapping = mappingOf({ discriminator });
  const mappedTo = (target: string) => mapping.filter(([, to]) => to === target).map(([value]) => value);
  const valuesOf = (target: string) => allowedValues({ $ref: referenceTo(target) }, property, schemas);
  const allowed = valuesOf(name);
  const direction = directionOf(declarations({ $ref: referenceTo(name) }, property, schemas), schemas);
  const takenBy = (heir: string): readonly JsonValue[] => {
    const own = valuesOf(heir);
    const isSaid = own !== null && own.length !== allowed?.length;
    return [...mappedTo(heir), ...(isSaid ? own : impliedValues({ discriminator }, heir))];
  };
  const fallback = defaultOf({ discriminator });
  if (fallback === name) {
    // Whatever leads to no other one.
    const others = new Set(kin.filter((other) => other !== name).flatMap(takenBy));
    const rest = allowed?.filter((value) => !others.has(value)) ?? [];
    return [kindOf(base, property, rest.length === allowed?.length ? [] : rest, direction)];
  }
  const mapped = mappedTo(name);
  // What the root leaves is the root's own, unless this schema says which of it.
  const isSaid = name === root || allowed?.length !== valuesOf(root)?.length;
  const taken = new Set(all.flatMap(takenBy));
  const isLeft = (value: JsonValue) => !taken.has(value) && (fallback === null || name !== root);
  const left = allowed?.filter((value) => value !== null).filter(isLeft);
  // A mapping of all heirs means that there is nothing else; what is the default needs none.
  const isComplete =
    (mapping.length > 0 || fallback !== null) && all.every((heir) => heir === fallback || mappedTo(heir).length > 0);
  const implied = isComplete ? [] : impliedValues({ discriminator }, name);
  const values = mapped.length > 0 ? mapped : !isSaid || left === undefined ? implied : left;
  const possible = values.filter((value) => allowed?.includes(value) !== false);
  return possible.length === 0 ? [] : [kindOf(base, property, possible, direction)];
}

/** Of what a base's heirs have in common, objects with these values; with any where there are none. */
function kindOf(base: string, property: string, values: readonly JsonValue[], direction: Schema): JsonValue {
  const common = { $ref: referenceTo(base) };
  // Not the reference itself: no discriminator leads there by its name.
  if (values.length === 0) return { allOf: [common] };
  const kind = { type: "object", properties: jsonObject([[property, { ...kindSchema(values), ...direction }]]) };
  return { allOf: [common, kind] };
}
