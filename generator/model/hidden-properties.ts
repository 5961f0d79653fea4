/**
 * Properties that travel in one direction alone: a `readOnly` one is in no request, a `writeOnly` one in no response.
 * https://spec.openapis.org/oas/v3.0.4.html#fixed-fields-20
 */
import { isJsonArray, isJsonObject, type JsonValue, jsonObject } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { referencedName } from "../document/referenced-name.js";
import type { SchemaTable } from "./schema-shape.js";

export type Direction = "request" | "response";

const compositions = ["allOf", "anyOf", "oneOf", "then", "else"] as const;
/** Keywords without which a schema describes no property. */
const describing = ["properties", "$ref", ...compositions];
const nothing: ReadonlySet<string> = new Set();
const maximumDepth = 20;

/** Tells what of a schema's values does not travel. Looks into each schema once. */
export interface Hiding {
  readonly direction: Direction;
  readonly table: SchemaTable;
  /** Of the properties that a schema describes, those that do not travel. */
  hiddenNames(schema: Schema): ReadonlySet<string>;
}

/** @param table component schemas as the document has them */
export function hidingIn(direction: Direction, table: SchemaTable): Hiding {
  const keyword = direction === "request" ? "readOnly" : "writeOnly";
  const other = direction === "request" ? "writeOnly" : "readOnly";
  const found = new Map<Schema, ReadonlySet<string>>();
  const says = new Map([keyword, other].map((key) => [key, new Map<Schema, boolean>()]));
  const isHidden = (schema: Schema, key: string): boolean => {
    if (schema[key] === true) return true;
    const known = says.get(key)?.get(schema);
    if (known !== undefined) return known;
    // What is a part of itself adds nothing to itself.
    says.get(key)?.set(schema, false);
    const parts = [targetOf(schema, table), ...listOf(schema["allOf"])].filter((part) => part !== null);
    const isSaid = parts.some((part) => isHidden(part, key));
    says.get(key)?.set(schema, isSaid);
    return isSaid;
  };
  return {
    direction,
    table,
    hiddenNames(schema) {
      const name = referencedName(schema);
      const target = name === null ? schema : table.get(name);
      if (target === undefined || !describing.some((key) => target[key] !== undefined)) return nothing;
      const known = found.get(target);
      if (known !== undefined) return known;
      const hidden = new Set<string>();
      const plain = new Set<string>();
      for (const [name, property] of describedProperties(target, table)) {
        // What is both says nothing.
        const isOut = isHidden(property, keyword) && !isHidden(property, other);
        (isOut ? hidden : plain).add(name);
      }
      const names = new Set([...hidden].filter((name) => !plain.has(name)));
      found.set(target, names);
      return names;
    },
  };
}

/** Whether a schema, or one in it, has a property that travels in one direction alone. */
export function saysDirection(schema: JsonValue): boolean {
  if (isJsonArray(schema)) return schema.some(saysDirection);
  if (!isJsonObject(schema)) return false;
  return schema["readOnly"] === true || schema["writeOnly"] === true || Object.values(schema).some(saysDirection);
}

/** All that a schema and what it is composed of say of properties. */
export function describedProperties(
  schema: Schema,
  table: SchemaTable,
): readonly (readonly [name: string, property: Schema])[] {
  const properties: (readonly [string, Schema])[] = [];
  const seen = new Set<Schema>();
  const visit = (node: Schema, depth: number): void => {
    if (seen.has(node) || depth > maximumDepth) return;
    seen.add(node);
    const target = targetOf(node, table);
    if (target !== null) visit(target, depth + 1);
    for (const [name, property] of Object.entries(isJsonObject(node["properties"]) ? node["properties"] : {}))
      if (isJsonObject(property)) properties.push([name, property]);
    for (const part of compositions.flatMap((key) => listOf(node[key]))) visit(part, depth + 1);
  };
  visit(schema, 0);
  return properties;
}

/** The value without the properties that do not travel, at any depth; the value itself where it has none. */
export function travellingValue(value: JsonValue, schemas: readonly Schema[], hiding: Hiding): JsonValue {
  if (schemas.length === 0) return value;
  if (isJsonArray(value)) {
    const items = value.map((item, index) => travellingValue(item, itemSchemas(schemas, index, hiding.table), hiding));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (!isJsonObject(value)) return value;
  const hidden = new Set(schemas.flatMap((schema) => [...hiding.hiddenNames(schema)]));
  const described = schemas.flatMap((schema) => describedProperties(schema, hiding.table));
  const others = schemas
    .flatMap((schema) => wholes(schema, hiding.table))
    .flatMap(({ additionalProperties }) => additionalProperties ?? []);
  const before = Object.entries(value);
  const entries = before.flatMap(([name, member]): readonly (readonly [string, JsonValue])[] => {
    if (hidden.has(name)) return [];
    const own = described.filter(([key]) => key === name).map(([, property]) => property);
    return [[name, travellingValue(member, own.length > 0 ? own : others.filter(isJsonObject), hiding)]];
  });
  return entries.length === before.length && entries.every(([name, left]) => left === value[name])
    ? value
    : jsonObject(entries);
}

function itemSchemas(schemas: readonly Schema[], index: number, table: SchemaTable): readonly Schema[] {
  return schemas
    .flatMap((schema) => wholes(schema, table))
    .flatMap(({ prefixItems, items }) => (isJsonArray(prefixItems) ? prefixItems[index] : undefined) ?? items ?? [])
    .filter(isJsonObject);
}

/** A schema and all that it is composed of. */
function wholes(schema: Schema, table: SchemaTable): readonly Schema[] {
  const found = new Set([schema]);
  // A set takes in what is added while it is walked.
  for (const node of found) {
    const target = targetOf(node, table);
    if (target !== null) found.add(target);
    for (const part of compositions.flatMap((key) => listOf(node[key]))) found.add(part);
  }
  return [...found];
}

function targetOf(schema: Schema, table: SchemaTable): Schema | null {
  const name = referencedName(schema);
  return name === null ? null : (table.get(name) ?? null);
}

function listOf(value: JsonValue | undefined): readonly Schema[] {
  return (isJsonArray(value) ? value : [value]).filter(isJsonObject);
}
