/**
 * Discriminators written out: each schema that one leads to says itself which value its property has. After that
 * nobody needs to look at the keyword. https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
 */
import { allHeirs, alternativesOf, directHeirs, mappingOf } from "./discriminator-heirs.js";
import { allowedValues } from "./discriminator-values.js";
import { isJsonArray, isJsonObject, type JsonValue, jsonObject, member } from "./json.js";
import type { NormalSchema, Schema } from "./normal-document.js";
import { slotOf } from "./openapi-structure.js";

interface Schemas {
  readonly byName: ReadonlyMap<string, Schema>;
  /** Who extends whom. */
  readonly direct: ReadonlyMap<string, readonly string[]>;
}

/** For a component schema: its discriminating properties, each with the values that lead to it. */
type Values = Map<string, Map<string, Set<string>>>;

/**
 * Gives each component schema that a discriminator leads to an enum for the property.
 * @param others schemas that stand elsewhere, whose discriminators count as well
 */
export function writeDiscriminators(
  schemas: readonly NormalSchema[],
  others: readonly Schema[],
): readonly NormalSchema[] {
  const byName = new Map(schemas.map((schema) => [schema.name, schema.schema]));
  const tables: Schemas = { byName, direct: directHeirs(byName) };
  const values: Values = new Map();
  const note = (name: string, property: string, value: string) => {
    const properties = values.get(name) ?? new Map<string, Set<string>>();
    properties.set(property, (properties.get(property) ?? new Set()).add(value));
    values.set(name, properties);
  };
  for (const { name, schema } of schemas)
    visit(schema, (part) => {
      noteDiscriminator(part, part === schema ? name : null, tables, note);
    });
  for (const schema of others)
    visit(schema, (part) => {
      noteDiscriminator(part, null, tables, note);
    });
  return schemas.map((entry) => {
    const own = [...(values.get(entry.name) ?? [])];
    const schema = own.reduce((result, [property, set]) => withValue(result, property, [...set], byName), entry.schema);
    return schema === entry.schema ? entry : { ...entry, schema };
  });
}

/** Calls `report` for a schema and all schemas in it. */
function visit(schema: Schema, report: (schema: Schema) => void): void {
  report(schema);
  for (const [key, value] of Object.entries(schema)) {
    const slot = slotOf("schema", key);
    if (slot === undefined || typeof value !== "object" || value === null) continue;
    const children = slot.holds === "one" ? [value] : Object.values(value as Readonly<Record<string, JsonValue>>);
    for (const child of children) if (isJsonObject(child)) visit(child, report);
  }
}

function noteDiscriminator(
  schema: Schema,
  name: string | null,
  { byName, direct }: Schemas,
  note: (name: string, property: string, value: string) => void,
): void {
  const discriminator = member(schema, "discriminator");
  const property = member(discriminator, "propertyName");
  if (typeof property !== "string") return;
  const allowed = allowedValues(schema, property, byName);
  const mapped = mappingOf(schema);
  const heirs = name === null ? [] : allHeirs(name, direct);
  const valuesOf = (child: string) => {
    const own = mapped.filter(([, target]) => target === child).map(([value]) => value);
    return own.length > 0 ? own : [child];
  };
  for (const child of new Set([...alternativesOf(schema), ...heirs, ...mapped.map(([, target]) => target)])) {
    if (child === name) continue;
    // What is of an heir's kind is of this one's, too.
    const kinds = heirs.includes(child) ? [child, ...allHeirs(child, direct)] : [child];
    for (const value of kinds.flatMap(valuesOf))
      if (allowed === null || allowed.includes(value)) note(child, property, value);
  }
}

/** The schema with an enum for one property; one that says that it is something else stays as it is. */
function withValue(
  schema: Schema,
  property: string,
  wanted: readonly string[],
  byName: ReadonlyMap<string, Schema>,
): Schema {
  const allowed = allowedValues(schema, property, byName);
  const values = allowed === null ? wanted : wanted.filter((value) => allowed.includes(value));
  if (values.length === 0 || values.length === allowed?.length) return schema;
  const properties = member(schema, "properties");
  const parts = member(schema, "allOf");
  if (isJsonObject(properties)) {
    const own = member(properties, property);
    const kept = isJsonObject(own) && !Object.hasOwn(own, "$ref") ? own : { type: "string" };
    const entries = [...Object.entries(properties), [property, { ...kept, enum: values }] as const];
    return { ...schema, properties: jsonObject<JsonValue>(entries) };
  }
  if (!isJsonArray(parts)) return schema;
  // Where the heir says what it adds, if it does.
  const index = parts.findLastIndex((part) => isJsonObject(member(part, "properties")));
  const own = parts[index];
  if (isJsonObject(own)) return { ...schema, allOf: parts.with(index, withValue(own, property, values, byName)) };
  const part = { type: "object", properties: jsonObject<JsonValue>([[property, { type: "string", enum: values }]]) };
  return { ...schema, allOf: [...parts, part] };
}
