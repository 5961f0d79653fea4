/**
 * Discriminators written out: each schema that one leads to says itself which value its property has. After that
 * nobody needs to look at the keyword. https://spec.openapis.org/oas/v3.2.0.html#discriminator-object
 */
import { declarations, isClosed } from "./declared-property.js";
import { discriminatorTargets, type Families, familiesIn, type Target } from "./discriminator-targets.js";
import { isJsonArray, isJsonObject, type JsonValue, jsonObject, member } from "./json.js";
import { mapSubschemas } from "./map-subschemas.js";
import type { NormalSchema, Schema } from "./normal-document.js";
import { referencedName } from "./referenced-name.js";
import { splitKinds } from "./split-kinds.js";
import { visitSchemas } from "./visit-schemas.js";
import { type Kind, writeKind } from "./write-kind.js";

export interface WrittenDiscriminators {
  readonly schemas: readonly NormalSchema[];
  /** Writes out those of a schema that stands elsewhere. */
  readonly write: (schema: Schema) => Schema;
}

/**
 * Gives each component schema that a discriminator leads to an enum for the property. Where it does not declare the
 * property, the union that has the discriminator says so instead: the property is of that union's values alone.
 * @param others schemas that stand elsewhere, whose discriminators count as well
 * @param heirs who extends whom in the document
 */
export function writeDiscriminators(
  schemas: readonly NormalSchema[],
  others: readonly Schema[],
  heirs: ReadonlyMap<string, readonly string[]>,
): WrittenDiscriminators {
  const byName = new Map(schemas.map((schema) => [schema.name, schema.schema]));
  const families = familiesIn(byName, heirs);
  const kinds = kindsOf(schemas, others, families);
  const written = splitKinds(schemas, kinds, families.direct);
  const write = (schema: Schema, name: string | null = null): Schema => {
    const inner = mapSubschemas(schema, (child) => write(child));
    const found = discriminatorTargets(schema, name, families);
    if (found === null) return inner;
    const { property, targets } = found;
    const added = new Map(
      targets
        .filter((target) => kinds.get(target.name)?.has(property) !== true)
        .map((target) => [target.name, kindIn(target, property, byName)]),
    );
    return mapAlternatives(inner, (part) => {
      const kind = added.get(referencedName(part) ?? "") ?? null;
      return kind === null ? part : { allOf: [part, kind] };
    });
  };
  return {
    schemas: written.map((entry) => ({ ...entry, schema: write(entry.schema, entry.name) })),
    write: (schema) => write(schema),
  };
}

/** By the name of a component schema and the property: what is to be written into it. */
function kindsOf(
  schemas: readonly NormalSchema[],
  others: readonly Schema[],
  families: Families,
): ReadonlyMap<string, ReadonlyMap<string, Kind>> {
  const kinds = new Map<string, Map<string, Kind>>();
  const owners = new Map<string, Set<string>>();
  const note = (schema: Schema, name: string | null): void => {
    const { property, targets } = discriminatorTargets(schema, name, families) ?? { property: "", targets: [] };
    for (const target of targets) {
      const own = kinds.get(target.name) ?? new Map<string, Kind>();
      const { values, elsewhere } = own.get(property) ?? { values: new Set<JsonValue>(), elsewhere: [] };
      const kind = {
        values: new Set([...values, ...target.values]),
        elsewhere: [...elsewhere, ...(target.elsewhere === null ? [] : [target.elsewhere])],
      };
      kinds.set(target.name, own.set(property, kind));
      if (target.isHeir) owners.set(target.name, (owners.get(target.name) ?? new Set()).add(property));
    }
  };
  for (const { name, schema } of schemas)
    visitSchemas(schema, (part) => {
      note(part, part === schema ? name : null);
    });
  for (const schema of others)
    visitSchemas(schema, (part) => {
      note(part, null);
    });
  const { byName } = families;
  const isOwn = (name: string, property: string): boolean => {
    const schema = byName.get(name) ?? {};
    if (declarations(schema, property, byName).length > 0) return true;
    return owners.get(name)?.has(property) === true && !isClosed(schema, byName);
  };
  return new Map(
    [...kinds].map(([name, own]) => [name, new Map([...own].filter(([property]) => isOwn(name, property)))]),
  );
}

/** What a union says of an alternative that does not declare the property; null where that cannot have it. */
function kindIn(target: Target, property: string, byName: ReadonlyMap<string, Schema>): Schema | null {
  const schema = byName.get(target.name);
  const isObject = isJsonObject(member(schema, "properties")) || isJsonArray(member(schema, "allOf"));
  if (schema === undefined || !isObject || isClosed(schema, byName)) return null;
  const open: Schema = { type: "object", properties: {} };
  const kind = { values: new Set(target.values), elsewhere: target.elsewhere === null ? [] : [target.elsewhere] };
  const written = writeKind(open, property, kind, byName);
  return written === open ? null : written;
}

function mapAlternatives(schema: Schema, change: (part: JsonValue) => JsonValue): Schema {
  const entries = Object.entries(schema).map(([key, value]): readonly [string, JsonValue] => {
    return (key === "oneOf" || key === "anyOf") && isJsonArray(value) ? [key, value.map(change)] : [key, value];
  });
  return jsonObject(entries);
}
