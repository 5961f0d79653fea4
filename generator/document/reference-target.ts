/** What a reference of a document refers to, or why not: here the reports are made. */
import type { Diagnostics, Origin } from "../diagnostics.js";
import { isJsonArray, isJsonObject, type JsonValue, member } from "./json.js";
import { locateReference, type Lookup } from "./locate-reference.js";
import type { ObjectKind } from "./openapi-structure.js";
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

/** Whether what a reference leads to can be a schema: a whole document is none. */
export function isSchema({ value, tokens }: Target): boolean {
  return typeof value === "boolean" || (isJsonObject(value) && !(tokens.length === 0 && isOpenApi(value)));
}

function isExpected(target: Target, expected: ObjectKind | "map" | "list", sources: Sources): boolean {
  const { value } = target;
  const isWhole = target.tokens.length === 0 && isOpenApi(value);
  if (expected === "list") return isJsonArray(value) || isJsonObject(value);
  if (expected === "plain") return true;
  if (expected === "schema") return isSchema(target);
  // A file with an example's value.
  if (expected === "example" && target.file !== sources.root.file) return true;
  return !isWhole && isJsonObject(value);
}

function describe({ value, tokens }: Target): string {
  if (tokens.length === 0 && isOpenApi(value)) return "a whole OpenAPI document";
  if (value === null) return "nothing";
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
  components: "components",
};
