/**
 * Components that a discriminator leads to, and that others extend as another kind: `Puppy` is what `Dog` is, but for the
 * value. What they have in common becomes a schema of its own, and the value stays with the component.
 */
import { baseNames } from "./base-names.js";
import { allHeirs } from "./discriminator-heirs.js";
import { allowedValues } from "./discriminator-values.js";
import { extendBases } from "./extend-bases.js";
import { isJsonArray, type JsonValue, jsonObject, member } from "./json.js";
import type { NormalSchema, Schema } from "./normal-document.js";
import { referenceTo } from "./schema-names.js";
import { isNote } from "./schema-notes.js";
import { type Kind, writeKind } from "./write-kind.js";

type Kinds = ReadonlyMap<string, ReadonlyMap<string, Kind>>;
type Table = ReadonlyMap<string, Schema>;

/**
 * Writes into each component schema which values lead to it.
 * @param kinds by the name of the schema and the property
 * @param direct who extends whom
 */
export function splitKinds(
  schemas: readonly NormalSchema[],
  kinds: Kinds,
  direct: ReadonlyMap<string, readonly string[]>,
): readonly NormalSchema[] {
  const byName: Table = new Map(schemas.map(({ name, schema }) => [name, schema]));
  const write = (name: string, schema: Schema, table: Table) =>
    [...(kinds.get(name) ?? [])].reduce((result, [property, kind]) => writeKind(result, property, kind, table), schema);
  const written: Table = new Map(schemas.map(({ name, schema }) => [name, write(name, schema, byName)]));
  const apart = new Map(
    [...kinds].flatMap(([name, own]) => {
      const isOther = [...own.keys()].map((property) => otherKinds(name, property, kinds, byName, written));
      const isApart = (heir: string) => isOther.some((each) => each(heir));
      const leaving = (direct.get(name) ?? []).filter((heir) => [heir, ...allHeirs(heir, direct)].some(isApart));
      return leaving.length === 0 ? [] : [[name, new Set(leaving)] as const];
    }),
  );
  const bases = baseNames([...apart.keys()], byName);
  return schemas.flatMap((entry): readonly NormalSchema[] => {
    const { name } = entry;
    const left = new Map([...bases].filter(([base]) => apart.get(base)?.has(name) === true));
    const base = bases.get(name);
    if (base === undefined) return [{ ...entry, schema: extendBases(written.get(name) ?? entry.schema, left) }];
    const common = commonPart(extendBases(entry.schema, left), name);
    const kind = write(name, { allOf: [{ $ref: referenceTo(base) }] }, new Map([...byName, [base, entry.schema]]));
    return [
      { ...entry, schema: ofKind(entry.schema, kind) },
      { ...entry, name: base, schema: common },
    ];
  });
}

/** Tells of heirs whether their values are not all among those that were written into the schema. */
function otherKinds(
  name: string,
  property: string,
  kinds: Kinds,
  byName: Table,
  written: Table,
): (heir: string) => boolean {
  const before = allowedValues(byName.get(name), property, byName);
  const after = allowedValues(written.get(name), property, byName);
  if (after === null || after.length === before?.length) return () => false;
  return (heir) => {
    const kind = kinds.get(heir)?.get(property);
    if (kind !== undefined && kind.elsewhere.length > 0) return true;
    const allowed = allowedValues(byName.get(heir), property, byName);
    // What it only inherits is the schema's.
    const own = allowed?.length === before?.length ? [] : (allowed ?? []);
    const led = [...(kind?.values ?? [])].filter((value) => allowed?.includes(value) !== false);
    return (led.length > 0 ? led : own).some((value) => !after.includes(value));
  };
}

function commonPart(schema: Schema, name: string): Schema {
  const description = `What \`${name}\` and its other kinds have in common.`;
  const entries = Object.entries(schema).flatMap(([key, value]): readonly (readonly [string, JsonValue])[] => {
    if (isNote(key)) return [];
    // The schema itself says that it may be null.
    return [[key, key === "type" && isJsonArray(value) ? value.filter((type) => type !== "null") : value]];
  });
  return jsonObject<JsonValue>([["description", description], ...entries]);
}

/** A schema of what it has in common with others and of its kind, with what it says of itself. */
function ofKind(schema: Schema, kind: Schema): Schema {
  const type = member(schema, "type");
  const isNullable = isJsonArray(type) && type.includes("null");
  const notes = Object.entries(schema).filter(([key]) => isNote(key));
  return jsonObject<JsonValue>([...notes, ...Object.entries(isNullable ? { oneOf: [kind, { type: "null" }] } : kind)]);
}
