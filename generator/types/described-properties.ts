/** The properties that a schema speaks of, itself or in what it is composed of. */
import { isJsonArray, isJsonObject, type JsonValue } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { referencedName } from "../document/referenced-name.js";
import { valuesOf } from "./schema-values.js";

export interface Described {
  /** By name, as the first of them describes it; as one of the alternatives does, where only they do. */
  readonly properties: ReadonlyMap<string, Schema>;
  /** Those that are required whatever the value. */
  readonly required: ReadonlySet<string>;
  /** Whether the type has them all, whatever the value: no union is in between. */
  readonly isPlain: boolean;
}

const nothing: Described = { properties: new Map(), required: new Set(), isPlain: true };
const unions = ["anyOf", "oneOf", "then", "else"];
const maximumDepth = 20;

/** Looks into schemas, each once. @param schemas component schemas by name */
export function describer(schemas: ReadonlyMap<string, Schema>): (schema: Schema) => Described {
  const found = new Map<Schema, Described>();
  const describe = (schema: Schema, depth: number): Described => {
    const known = found.get(schema);
    if (known !== undefined || depth > maximumDepth) return known ?? nothing;
    // What is composed of itself adds nothing to itself.
    found.set(schema, nothing);
    const name = referencedName(schema);
    const target = name === null ? undefined : schemas.get(name);
    const parts = (keys: readonly string[]) => keys.flatMap((key) => schema[key] ?? []).filter(isJsonObject);
    const inner = (target === undefined ? parts(["allOf"]) : [target]).map((part) => describe(part, depth + 1));
    const alternatives = parts(unions).map((part) => describe(part, depth + 1));
    // Beside another type properties are said of no value that it has, or not of each.
    const properties = new Map(allowsObjects(schema) ? ownProperties(schema["properties"]) : []);
    for (const part of [...inner, { properties: ofAlternatives(alternatives) }])
      for (const [key, property] of part.properties) if (!properties.has(key)) properties.set(key, property);
    const required = new Set(isJsonArray(schema["required"]) ? schema["required"].filter(isText) : []);
    for (const part of inner) for (const each of part.required) required.add(each);
    const isPlain = isObjectAlone(schema) && parts(unions).length === 0 && inner.every((part) => part.isPlain);
    const described = { properties, required, isPlain };
    found.set(schema, described);
    return described;
  };
  return (schema) => describe(schema, 0);
}

/** What any of them says of a property. */
function ofAlternatives(alternatives: readonly Described[]): ReadonlyMap<string, Schema> {
  const all = new Map<string, Schema[]>();
  for (const [name, property] of alternatives.flatMap(({ properties }) => [...properties]))
    all.set(name, [...(all.get(name) ?? []), property]);
  return new Map(
    [...all].map(([name, [first = {}, ...others]]) => [
      name,
      others.length === 0 ? first : { anyOf: [first, ...others] },
    ]),
  );
}

function allowsObjects(schema: Schema): boolean {
  const { type } = schema;
  return (type === undefined || [type].flat().includes("object")) && valuesOf(schema) === null;
}

function isObjectAlone(schema: Schema): boolean {
  const { type } = schema;
  return allowsObjects(schema) && (type === undefined || [type].flat().length === 1);
}

function ownProperties(properties: JsonValue | undefined): readonly (readonly [string, Schema])[] {
  return Object.entries(isJsonObject(properties) ? properties : {}).flatMap(([name, property]) =>
    isJsonObject(property) ? [[name, property] as const] : [],
  );
}

function isText(value: JsonValue): value is string {
  return typeof value === "string";
}
