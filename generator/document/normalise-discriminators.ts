/**
 * Discriminators written out: each schema that one leads to says itself which value its property has. After that
 * nobody needs to look at the keyword. https://spec.openapis.org/oas/v3.2.0.html#discriminator-object
 */
import { allHeirs, alternativesOf, defaultOf, directHeirs, mappingOf } from "./discriminator-heirs.js";
import { allowedValues } from "./discriminator-values.js";
import { isJsonArray, isJsonObject, type JsonValue, jsonObject, member } from "./json.js";
import type { NormalSchema, Schema } from "./normal-document.js";
import { slotOf } from "./openapi-structure.js";
import { referencedName } from "./referenced-name.js";

interface Schemas {
  readonly byName: ReadonlyMap<string, Schema>;
  /** Who extends whom. */
  readonly direct: ReadonlyMap<string, readonly string[]>;
}

/** What leads to a component schema, by one of its properties. */
interface Kind {
  /** The values of which this is said. */
  readonly values: Set<string>;
  /** For each discriminator that has it as its default: the values that lead elsewhere. */
  readonly elsewhere: ReadonlySet<string>[];
}

/** The kind of a component schema by a property. */
type KindOf = (name: string, property: string) => Kind;

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
  const kinds = new Map<string, Map<string, Kind>>();
  const kindOf: KindOf = (name, property) => {
    const properties = kinds.get(name) ?? new Map<string, Kind>();
    const kind = properties.get(property) ?? { values: new Set<string>(), elsewhere: [] };
    kinds.set(name, properties.set(property, kind));
    return kind;
  };
  for (const { name, schema } of schemas)
    visit(schema, (part) => {
      noteDiscriminator(part, part === schema ? name : null, tables, kindOf);
    });
  for (const schema of others)
    visit(schema, (part) => {
      noteDiscriminator(part, null, tables, kindOf);
    });
  return schemas.map((entry) => {
    const own = [...(kinds.get(entry.name) ?? [])];
    const schema = own.reduce(
      (result, [property, kind]) =>
        kind.elsewhere.length > 0
          ? asDefault(result, property, kind, byName)
          : withValues(result, property, [...kind.values], byName),
      entry.schema,
    );
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

function noteDiscriminator(schema: Schema, name: string | null, { byName, direct }: Schemas, kindOf: KindOf): void {
  const discriminator = member(schema, "discriminator");
  const property = member(discriminator, "propertyName");
  if (typeof property !== "string") return;
  const allowed = allowedValues(schema, property, byName);
  const mapped = mappingOf(schema);
  const fallback = defaultOf(schema);
  const heirs = name === null ? [] : allHeirs(name, direct);
  const valuesOf = (child: string) => {
    const own = mapped.filter(([, target]) => target === child).map(([value]) => value);
    return own.length > 0 ? own : [child];
  };
  const own = new Set([...alternativesOf(schema), ...heirs]);
  const members = [...new Set([...own, ...mapped.map(([, target]) => target)])]
    .filter((child) => child !== name)
    .map((child) => {
      // What is of an heir's kind is of this one's, too.
      const kinds = heirs.includes(child) ? [child, ...allHeirs(child, direct)] : [child];
      return { child, kinds, isDefault: fallback !== null && own.has(child) && kinds.includes(fallback) };
    });
  for (const { child, kinds, isDefault } of members) {
    const kind = kindOf(child, property);
    for (const value of kinds.flatMap(valuesOf)) if (allowed?.includes(value) !== false) kind.values.add(value);
    if (!isDefault) continue;
    const kin = new Set([child, ...allHeirs(child, direct)]);
    const others = members.filter((other) => !other.isDefault).flatMap((other) => alternativesIn(other.child, byName));
    kind.elsewhere.push(new Set(others.filter((other) => !kin.has(other)).flatMap(valuesOf)));
  }
}

/** A schema, and the alternatives that it is a union of, and theirs. */
function alternativesIn(name: string, byName: ReadonlyMap<string, Schema>): readonly string[] {
  const found = new Set([name]);
  // A set takes in what is added while it is walked.
  for (const each of found) for (const alternative of alternativesOf(byName.get(each) ?? {})) found.add(alternative);
  return [...found];
}

/** The schema with an enum for one property; one that says that it is something else stays as it is. */
function withValues(
  schema: Schema,
  property: string,
  wanted: readonly JsonValue[],
  byName: ReadonlyMap<string, Schema>,
): Schema {
  const allowed = allowedValues(schema, property, byName);
  const values = allowed === null ? wanted : wanted.filter((value) => allowed.includes(value));
  if (values.length === 0 || values.length === allowed?.length) return schema;
  return withProperty(schema, property, (own) => {
    const kept = own !== null && !Object.hasOwn(own, "$ref") ? own : { type: "string" };
    return { ...kept, enum: values };
  });
}

/**
 * A default has any value that leads to no other schema: its property stays as it says, a list without those that do.
 * Where it says nothing, the value is text, so that who has one of several can ask for it.
 */
function asDefault(
  schema: Schema,
  property: string,
  { values, elsewhere }: Kind,
  byName: ReadonlyMap<string, Schema>,
): Schema {
  const isElsewhere = (value: JsonValue) =>
    typeof value === "string" && !values.has(value) && elsewhere.every((each) => each.has(value));
  const allowed = allowedValues(schema, property, byName);
  if (allowed !== null) {
    const left = allowed.filter((value) => !isElsewhere(value));
    return withValues(schema, property, left, byName);
  }
  const said = declarations(schema, property, byName);
  const isClosed = said.length === 0 && member(schema, "additionalProperties") === false;
  if (isClosed || said.some(decidesType)) return schema;
  return withProperty(schema, property, (own) => ({ type: "string", ...own }));
}

/** What a schema, and those that it is composed of, say of a property. */
function declarations(
  schema: JsonValue,
  property: string,
  byName: ReadonlyMap<string, Schema>,
  depth = 0,
): readonly JsonValue[] {
  const name = referencedName(schema);
  const resolved = name === null ? schema : byName.get(name);
  const own = member(member(resolved, "properties"), property);
  const parts = member(resolved, "allOf");
  const inherited = isJsonArray(parts) && depth < 20 ? parts : [];
  return [
    ...(own === undefined ? [] : [own]),
    ...inherited.flatMap((part) => declarations(part, property, byName, depth + 1)),
  ];
}

function decidesType(schema: JsonValue): boolean {
  return ["$ref", "type", "const", "enum", "allOf", "anyOf", "oneOf"].some((key) => member(schema, key) !== undefined);
}

/** The schema with one of its properties changed, or added. */
function withProperty(schema: Schema, property: string, change: (own: Schema | null) => Schema): Schema {
  const properties = member(schema, "properties");
  const parts = member(schema, "allOf");
  if (isJsonObject(properties)) {
    const own = member(properties, property);
    const entries = [...Object.entries(properties), [property, change(isJsonObject(own) ? own : null)] as const];
    return { ...schema, properties: jsonObject<JsonValue>(entries) };
  }
  if (!isJsonArray(parts)) return schema;
  // Where the heir says what it adds, if it does.
  const index = parts.findLastIndex((part) => isJsonObject(member(part, "properties")));
  const own = parts[index];
  if (isJsonObject(own)) return { ...schema, allOf: parts.with(index, withProperty(own, property, change)) };
  const part = { type: "object", properties: jsonObject<JsonValue>([[property, change(null)]]) };
  return { ...schema, allOf: [...parts, part] };
}
