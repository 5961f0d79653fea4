/** The references of one schema, rewritten to named schemas: `$ref`, `$dynamicRef`, the mapping of a discriminator. */
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, jsonObject, member } from "./json.js";
import { appendToken } from "./json-pointer.js";
import { locateReference } from "./locate-reference.js";
import { type MappedReference, mappedReferences } from "./mapped-reference.js";
import type { Located, Resource } from "./reference-sources.js";
import { expectedTarget, findTarget, type ReferenceContext } from "./reference-target.js";
import { referenceTo, type SchemaNames } from "./schema-names.js";

/**
 * Rewrites what a schema itself refers to.
 * @param walked the schema, with the schemas in it done
 * @param node the schema as it was written
 * @returns the schema with references of the form `#/components/schemas/<name>`; one that leads nowhere was reported and
 * is gone, so that the schema stands for any value
 */
export function rewriteSchema(
  context: ReferenceContext,
  { names }: SchemaNames,
  walked: Located,
  node: Located,
  scope: Resource,
): Located {
  if (!isJsonObject(node.value) || !isJsonObject(walked.value)) return walked;
  const edits = new Map<string, JsonValue | null>();
  const nameOf = (key: string): string | null => names.get(key) ?? null;
  if (Object.hasOwn(node.value, "$ref")) {
    const target = findTarget(context, node, node.value, scope, "schema");
    const name = target && nameOf(target.key);
    edits.set("$ref", name === null ? null : referenceTo(name));
  }
  rewriteDynamic(context, nameOf, walked.value, node, scope, edits);
  rewriteMapping(context, nameOf, node, node.value, scope, edits);
  return edit(context, walked, walked.value, edits);
}

/**
 * A `$dynamicRef` means the outermost anchor of its name on the way that led there, which depends on who asks; it is
 * read as a plain reference. https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.2
 */
function rewriteDynamic(
  context: ReferenceContext,
  nameOf: (key: string) => string | null,
  schema: JsonObject,
  node: Located,
  scope: Resource,
  edits: Map<string, JsonValue | null>,
): void {
  const reference = member(schema, "$dynamicRef");
  if (reference === undefined) return;
  edits.set("$dynamicRef", null);
  const place = { uri: node.origin.uri, pointer: `${node.origin.pointer}/$dynamicRef` };
  if (typeof reference !== "string") {
    context.diagnostics.add("reference-not-text", place, {});
    return;
  }
  const target = expectedTarget(context, scope, place, reference, "schema");
  if (target === null) return;
  const anchors = context.sources.dynamicAnchors.get(reference.slice(reference.indexOf("#") + 1)) ?? 0;
  if (anchors > 1) context.diagnostics.add("dynamic-reference", place, { reference });
  const name = nameOf(target.key);
  // A placeholder that allows nothing is there to be replaced.
  if (name === null || (anchors > 1 && allowsNothing(target.value))) return;
  const to = referenceTo(name);
  const parts = member(schema, "allOf");
  if (Object.hasOwn(schema, "$ref")) edits.set("allOf", [...(isJsonArray(parts) ? parts : []), { $ref: to }]);
  else edits.set("$ref", to);
}

function allowsNothing(schema: JsonValue): boolean {
  const not = member(schema, "not");
  return schema === false || not === true || (isJsonObject(not) && Object.keys(not).length === 0);
}

function rewriteMapping(
  context: ReferenceContext,
  nameOf: (key: string) => string | null,
  node: Located,
  schema: JsonObject,
  scope: Resource,
  edits: Map<string, JsonValue | null>,
): void {
  const discriminator = member(schema, "discriminator");
  if (!isJsonObject(discriminator)) return;
  let rewritten: JsonObject = discriminator;
  for (const { keys, reference } of mappedReferences(context.sources, scope, schema)) {
    const lookup = locateReference(context.sources, scope, reference);
    const name = lookup.outcome === "found" ? nameOf(lookup.target.key) : null;
    if (name !== null) rewritten = withTarget(rewritten, keys, referenceTo(name));
    if (name !== null || lookup.outcome === "unreadable") continue;
    const { uri, pointer } = node.origin;
    const place = { uri, pointer: keys.reduce<string>(appendToken, `${pointer}/discriminator`) };
    context.diagnostics.add("reference-not-found", place, { reference });
  }
  if (rewritten !== discriminator) edits.set("discriminator", rewritten);
}

/** A Discriminator Object with one of its targets set; itself where nothing changes. */
function withTarget(discriminator: JsonObject, [key, value]: MappedReference["keys"], target: string): JsonObject {
  if (key === "defaultMapping")
    return discriminator[key] === target ? discriminator : { ...discriminator, [key]: target };
  const mapping = discriminator[key];
  if (!isJsonObject(mapping) || mapping[value] === target) return discriminator;
  const entries = Object.entries(mapping).map(([each, old]) => [each, each === value ? target : old] as const);
  return { ...discriminator, mapping: jsonObject(entries) };
}

/** The schema with these members changed, or left out where the edit is null. */
function edit(
  context: ReferenceContext,
  located: Located,
  schema: JsonObject,
  edits: ReadonlyMap<string, JsonValue | null>,
): Located {
  const isSame = [...edits].every(([key, value]) => value !== null && schema[key] === value);
  if (isSame) return located;
  const kept = Object.entries(schema).filter(([key]) => !edits.has(key) || edits.get(key) !== null);
  const changes = [...edits].flatMap(([key, value]) => (value === null ? [] : [[key, value] as const]));
  const value = jsonObject<JsonValue>([...kept, ...changes]);
  const carried = context.grafts.get(schema);
  if (carried !== undefined) context.grafts.set(value, carried);
  return { value, origin: located.origin };
}
