/**
 * Which kind of object stands where in an OpenAPI document: the one table of its structure, for stages that must tell a
 * reference from data that only looks like one (an example may hold a key `$ref`).
 * https://spec.openapis.org/oas/v3.2.0.html#schema-0
 */

import { isJsonArray, type JsonValue } from "./json.js";
import { isSwagger } from "./swagger-version.js";

export type ObjectKind =
  | "document"
  | "swagger"
  | "components"
  | "pathItem"
  | "operation"
  | "parameter"
  | "requestBody"
  | "response"
  | "header"
  | "mediaType"
  | "encoding"
  | "example"
  | "link"
  | "callback"
  | "securityScheme"
  | "schema"
  /** What OpenAPI has no references in, but documents in several files have: `info: { $ref: info.yml }`. */
  | "plain";

/** `one`: the value itself; `list`: each item; `map`: each member. */
export interface Slot {
  readonly kind: ObjectKind;
  readonly holds: "one" | "list" | "map";
}

const one = (kind: ObjectKind): Slot => ({ kind, holds: "one" });
const list = (kind: ObjectKind): Slot => ({ kind, holds: "list" });
const map = (kind: ObjectKind): Slot => ({ kind, holds: "map" });

export const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"] as const;

const slots: Readonly<Record<ObjectKind, ReadonlyMap<string, Slot>>> = {
  document: new Map([
    ["paths", map("pathItem")],
    ["webhooks", map("pathItem")],
    // As documents of 3.0 write it: https://redocly.com/docs-legacy/api-reference-docs/specification-extensions/x-webhooks
    ["x-webhooks", map("pathItem")],
    ["components", one("components")],
    ["info", one("plain")],
    ["externalDocs", one("plain")],
    ["servers", list("plain")],
    ["tags", list("plain")],
  ]),
  swagger: new Map([
    ["paths", map("pathItem")],
    ["definitions", map("schema")],
    ["parameters", map("parameter")],
    ["responses", map("response")],
    ["components", one("components")],
  ]),
  components: new Map([
    ["schemas", map("schema")],
    ["responses", map("response")],
    ["parameters", map("parameter")],
    ["examples", map("example")],
    ["requestBodies", map("requestBody")],
    ["headers", map("header")],
    ["securitySchemes", map("securityScheme")],
    ["links", map("link")],
    ["callbacks", map("callback")],
    ["pathItems", map("pathItem")],
    ["mediaTypes", map("mediaType")],
  ]),
  pathItem: new Map([
    ["parameters", list("parameter")],
    ["additionalOperations", map("operation")],
    ...methods.map((method) => [method, one("operation")] as const),
  ]),
  operation: new Map([
    ["parameters", list("parameter")],
    ["requestBody", one("requestBody")],
    ["responses", map("response")],
    ["callbacks", map("callback")],
  ]),
  parameter: new Map([
    ["schema", one("schema")],
    // Swagger 2.0: the parameter is its own schema. So is a header.
    ["items", one("schema")],
    ["content", map("mediaType")],
    ["examples", map("example")],
  ]),
  requestBody: new Map([["content", map("mediaType")]]),
  response: new Map([
    // Swagger 2.0 has one schema for all media types.
    ["schema", one("schema")],
    ["headers", map("header")],
    ["content", map("mediaType")],
    ["links", map("link")],
  ]),
  header: new Map([
    ["schema", one("schema")],
    ["items", one("schema")],
    ["content", map("mediaType")],
    ["examples", map("example")],
  ]),
  mediaType: new Map([
    ["schema", one("schema")],
    ["itemSchema", one("schema")],
    ["examples", map("example")],
    ["encoding", map("encoding")],
  ]),
  encoding: new Map([["headers", map("header")]]),
  example: new Map(),
  link: new Map(),
  callback: new Map(),
  securityScheme: new Map(),
  schema: new Map([
    ["properties", map("schema")],
    ["patternProperties", map("schema")],
    ["additionalProperties", one("schema")],
    ["propertyNames", one("schema")],
    ["unevaluatedProperties", one("schema")],
    ["dependentSchemas", map("schema")],
    ["items", one("schema")],
    ["prefixItems", list("schema")],
    // Of tuples before 2020-12.
    ["additionalItems", one("schema")],
    ["contains", one("schema")],
    ["unevaluatedItems", one("schema")],
    ["allOf", list("schema")],
    ["anyOf", list("schema")],
    ["oneOf", list("schema")],
    ["not", one("schema")],
    ["if", one("schema")],
    ["then", one("schema")],
    ["else", one("schema")],
    ["$defs", map("schema")],
    ["contentSchema", one("schema")],
  ]),
  plain: new Map(),
};

/** The kind of a document's root, by what it says of itself. */
export function rootKind(root: JsonValue): ObjectKind {
  return isSwagger(root) ? "swagger" : "document";
}

/** The same for a value that is there: before 2020-12, `items` may be a list of schemas. */
export function slotOfValue(kind: ObjectKind, key: string, value: JsonValue): Slot | undefined {
  const slot = slotOf(kind, key);
  return slot !== undefined && kind === "schema" && key === "items" && isJsonArray(value) ? list("schema") : slot;
}

/**
 * The kind of object that stands in a document at a pointer; null where it is a map or list of objects, is data, or is
 * at a place that OpenAPI does not know.
 */
export function kindAt(root: JsonValue, tokens: readonly string[]): ObjectKind | null {
  let kind = rootKind(root);
  let inside: Slot | null = null;
  for (const token of tokens) {
    const slot: Slot | undefined = inside ?? slotOf(kind, token);
    if (slot === undefined) return null;
    const isEntered: boolean = inside !== null || slot.holds === "one";
    inside = isEntered ? null : slot;
    if (isEntered) ({ kind } = slot);
  }
  return inside === null ? kind : null;
}

/** What stands at `key` of an object of this kind, or undefined where it is data. */
export function slotOf(kind: ObjectKind, key: string): Slot | undefined {
  // A Callback Object is a map of expressions to Path Items, beside its extensions.
  if (kind === "callback") return key.startsWith("x-") ? undefined : one("pathItem");
  return slots[kind].get(key);
}
