/** What a reference of a document refers to, or why not: here the reports are made. */
import type { Diagnostics, Origin } from "../diagnostics.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, member } from "./json.js";
import { locateReference, type Lookup } from "./locate-reference.js";
import { methods, type ObjectKind } from "./openapi-structure.js";
import { isOpenApi, type Located, type Resource, type Sources, type Target } from "./reference-sources.js";

export interface ReferenceContext {
  readonly sources: Sources;
  readonly diagnostics: Diagnostics;
  readonly grafts: Map<object, ReadonlyMap<string, Origin>>;
  /** References that are being followed, outermost first: meeting one again is a circle. */
  readonly following: string[];
  /** Targets in a circle that has been reported. */
  readonly broken: Set<string>;
}

/**
 * What the `$ref` of a node refers to.
 * @param expected the kind of object that must be there, or how a container holds its items
 * @returns null after a report at the reference
 */
export function findTarget(
  context: ReferenceContext,
  node: Located,
  holder: JsonValue,
  scope: Resource,
  expected: ObjectKind | "map" | "list",
): Target | null {
  const reference = member(holder, "$ref");
  const place = refPlace(node);
  if (typeof reference !== "string") {
    context.diagnostics.add("reference-not-text", place, {});
    return null;
  }
  return expectedTarget(context, scope, place, reference, expected);
}

/**
 * What a reference refers to, if it is of the kind that must be there.
 * @returns null after a report
 */
export function expectedTarget(
  context: ReferenceContext,
  scope: Resource,
  place: Origin,
  reference: string,
  expected: ObjectKind | "map" | "list",
): Target | null {
  const target = reportedTarget(context, locateReference(context.sources, scope, reference), place, reference);
  if (target === null || isExpected(target, expected, context.sources)) return target;
  context.diagnostics.add("reference-kind-mismatch", place, {
    reference,
    found: describe(target),
    expected: words[expected] ?? "something else",
  });
  return null;
}

/** The target of a lookup, or null after a report. */
function reportedTarget(
  { diagnostics }: ReferenceContext,
  lookup: Lookup,
  place: Origin,
  reference: string,
): Target | null {
  if (lookup.outcome === "found") return lookup.target;
  if (lookup.outcome === "missing") diagnostics.add("reference-outside", place, { reference });
  if (lookup.outcome === "malformed") diagnostics.add("reference-malformed", place, { reference });
  if (lookup.outcome === "not-found") diagnostics.add("reference-not-found", place, { reference });
  return null;
}

/** The place of a node's `$ref`. */
export function refPlace(node: Located): Origin {
  return { uri: node.origin.uri, pointer: `${node.origin.pointer}/$ref` };
}

/** Whether references alone lead from a target in a circle; it is reported once, at the reference that leads into it. */
export function circleOf({ sources, diagnostics, broken }: ReferenceContext, node: Located, start: Target): boolean {
  const way = new Set<string>();
  for (let target = start; !way.has(target.key);) {
    if (broken.has(target.key)) return true;
    way.add(target.key);
    const reference = member(target.value, "$ref");
    // Longer ways are refused when they are followed.
    if (typeof reference !== "string" || way.size > 100) return false;
    const next = locateReference(sources, target.scope, reference);
    if (next.outcome !== "found") return false;
    ({ target } = next);
  }
  for (const key of way) broken.add(key);
  const reference = member(node.value, "$ref");
  diagnostics.add("reference-cycle", refPlace(node), { reference: typeof reference === "string" ? reference : "" });
  return true;
}

/** Whether what a reference leads to can be a schema: a whole document is none, nor is what has another kind's keys. */
export function isSchema({ value, tokens, kind }: Target): boolean {
  if (typeof value === "boolean") return true;
  if (!isJsonObject(value) || (tokens.length === 0 && isOpenApi(value))) return false;
  // Some documents keep schemas among the parameters or responses.
  return kind === null || kind === "schema" || !Object.hasOwn(marks, kind) || isMarked(value, schemaMarks, "in");
}

/** Keys that only a schema has, of those that are referred to; a parameter of 2.0 has `type` and `in`. */
const schemaMarks = ["type", "properties", "allOf", "oneOf", "anyOf", "enum", "$ref", "not", "additionalProperties"];

/** Keys of which an object of this kind has at least one, and a schema none at its place. */
const marks: { readonly [Kind in ObjectKind]?: readonly string[] } = {
  parameter: ["in", "$ref"],
  requestBody: ["content", "$ref"],
  response: ["description", "content", "schema", "headers", "links", "$ref"],
  // A header of 2.0 is its own schema.
  header: ["schema", "content", "type", "$ref"],
  mediaType: ["schema", "itemSchema", "example", "examples", "encoding", "$ref"],
  example: ["value", "externalValue", "dataValue", "serializedValue", "$ref"],
  link: ["operationId", "operationRef", "$ref"],
  securityScheme: ["scheme", "flows", "flow", "in", "openIdConnectUrl", "$ref"],
  operation: ["responses"],
  pathItem: [...methods, "$ref"],
};

/** Whether the object has one of the keys, and not the one that tells against it. */
function isMarked(value: JsonObject, keys: readonly string[], against = ""): boolean {
  return keys.some((key) => Object.hasOwn(value, key)) && !Object.hasOwn(value, against);
}

/** Whether a schema is taken for another kind; some documents keep parameters among their schemas. */
function isSchemaInstead({ value, kind }: Target, expected: ObjectKind | "map" | "list"): boolean {
  const own = expected === "map" || expected === "list" ? undefined : marks[expected];
  if (kind !== "schema" || own === undefined || !isJsonObject(value)) return false;
  // A schema has a description as well.
  const isOther = isMarked(value, schemaMarks) ? own.filter((key) => key !== "description") : own;
  return !isMarked(value, isOther);
}

function isExpected(target: Target, expected: ObjectKind | "map" | "list", sources: Sources): boolean {
  const { value } = target;
  const isWhole = target.tokens.length === 0 && isOpenApi(value);
  if (expected === "list") return isJsonArray(value) || isJsonObject(value);
  if (expected === "plain") return true;
  if (expected === "schema") return isSchema(target);
  // A file with an example's value.
  if (expected === "example" && target.file !== sources.root.file) return true;
  return !isWhole && isJsonObject(value) && !isSchemaInstead(target, expected);
}

function describe({ value, tokens, kind }: Target): string {
  if (tokens.length === 0 && isOpenApi(value)) return "a whole OpenAPI document";
  if (value === null) return "nothing";
  if (isJsonObject(value) && kind !== null) return words[kind] ?? "an object";
  return isJsonArray(value) ? "a list" : isJsonObject(value) ? "an object" : `a ${typeof value}`;
}

const words: { readonly [Kind in ObjectKind | "map" | "list"]?: string } = {
  map: "an object",
  list: "a list",
  schema: "a schema",
  parameter: "a parameter",
  requestBody: "a request body",
  response: "a response",
  header: "a header",
  example: "an example",
  link: "a link",
  callback: "a callback",
  pathItem: "a path item",
  mediaType: "a media type",
  securityScheme: "a security scheme",
  operation: "an operation",
  components: "components",
};
