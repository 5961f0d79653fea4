/**
 * What a prepared schema is made of: shapes that openapi-typescript prints right, and a few of our own, by `type`, that
 * `print-node.ts` prints.
 */
import { isJsonArray, isJsonObject, type JsonValue, writeJson } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";

export const unknownNode: Schema = {};
export const neverNode: Schema = { type: "never" };
export const undefinedNode: Schema = { type: "undefined" };
/** `Record<string, never>` */
export const emptyNode: Schema = { type: "empty" };

/** A type by its name. */
export function referenceNode(typeName: string): Schema {
  return { $ref: `#/${typeName}` };
}

/** The union of types; `unknown` takes in all others. */
export function unionNode(nodes: readonly Schema[]): Schema {
  const flat = distinct(nodes.flatMap((node) => partsOf(node, "oneOf"))).filter((node) => !isNever(node));
  if (flat.some(isUnknown)) return unknownNode;
  const [only = neverNode] = flat;
  return flat.length < 2 ? only : { oneOf: flat };
}

/** The intersection of types. */
export function intersectionNode(nodes: readonly Schema[]): Schema {
  const flat = distinct(nodes.flatMap((node) => partsOf(node, "allOf"))).filter((node) => !isUnknown(node));
  if (flat.some(isNever)) return neverNode;
  const [only = unknownNode] = flat;
  return flat.length < 2 ? only : { allOf: flat };
}

/** The type of exactly these values. */
export function literalNode(values: readonly JsonValue[]): Schema {
  return unionNode(
    values.map((value): Schema => {
      if (typeof value === "object" && value !== null) return { type: "literal", value };
      // Too large a number is read as Infinity, which is no literal.
      return typeof value === "number" && !Number.isFinite(value) ? { type: "number" } : { enum: [value] };
    }),
  );
}

/** `[A, B?, ...C[]]` @param least how many of the places must be there @param rest null where nothing may follow */
export function tupleNode(places: readonly Schema[], least: number, rest: Schema | null): Schema {
  return { type: "tuple", places, least, ...(rest !== null && { rest }) };
}

/** `{ [key in Keys]?: Value }` */
export function mappedNode(keys: Schema, value: Schema): Schema {
  return { type: "mapped", keys, value };
}

/** A type of which some properties, which it has, must be there. */
export function requiredNode(of: Schema, names: readonly string[]): Schema {
  return { type: "required", of, names };
}

/** The names of the types that a node refers to, in order of first sight. */
export function typeNamesIn(node: Schema): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (inner: JsonValue | undefined): void => {
    if (!isJsonObject(inner)) return;
    const { $ref, type, properties, items, additionalProperties, rest, keys, of } = inner;
    if (typeof $ref === "string") names.add($ref.slice("#/".length));
    const lists = [inner["allOf"], inner["oneOf"], inner["places"]].filter(isJsonArray).flat();
    const members = isJsonObject(properties) ? Object.values<JsonValue>(properties) : [];
    // Of a literal the value is data.
    const value = type === "mapped" ? inner["value"] : undefined;
    for (const child of [...lists, ...members, items, additionalProperties, rest, keys, value, of]) visit(child);
  };
  visit(node);
  return names;
}

export function isUnknown(node: Schema): boolean {
  return Object.keys(node).length === 0;
}

export function isNever(node: Schema): boolean {
  return node["type"] === "never";
}

function partsOf(node: Schema, key: "allOf" | "oneOf"): readonly Schema[] {
  const parts = node[key];
  return isJsonArray(parts) ? parts.filter(isJsonObject) : [node];
}

function distinct(nodes: readonly Schema[]): readonly Schema[] {
  if (nodes.length < 2) return nodes;
  const found = new Map<string, Schema>();
  for (const node of nodes) {
    const text = writeJson(node);
    if (!found.has(text)) found.set(text, node);
  }
  return [...found.values()];
}
