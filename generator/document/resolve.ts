/**
 * References: those to schemas stay and point to `#/components/schemas/<name>`; every other one is replaced by what
 * it refers to. Which files there are was decided before (follow-references.ts); nothing is opened here.
 * https://spec.openapis.org/oas/v3.1.1.html#reference-object
 */
import type { Diagnostics, Origin } from "../diagnostics.js";
import { brokenReference } from "./broken-reference.js";
import { childOrigin, type Document } from "./document.js";
import {
  isJsonArray,
  isJsonObject,
  type JsonArray,
  type JsonObject,
  type JsonValue,
  jsonObject,
  member,
  writeJson,
} from "./json.js";
import { scopeAt } from "./locate-reference.js";
import { type ObjectKind, rootKind, type Slot, slotOfValue } from "./openapi-structure.js";
import { createSources, type Located, type Resource, schemaHomeOf, type Target } from "./reference-sources.js";
import { circleOf, findTarget, type ReferenceContext, refPlace } from "./reference-target.js";
import { containerReference, createScan, type Scan } from "./scan-references.js";
import { nameSchemas, type SchemaNames } from "./schema-names.js";
import { rewriteSchema } from "./rewrite-schema.js";

interface Resolution extends ReferenceContext {
  readonly names: SchemaNames;
  /** Results by kind and target, so that a target is walked once, and how many references it holds in all. */
  readonly resolved: Map<string, { readonly result: Located; readonly weight: number }>;
  /** References put in so far, each as often as later stages will meet it. */
  weight: number;
}

/** Among the references that are being followed: the way leads through a callback here. */
const inCallback = "callback";

/**
 * Resolves all references of a document.
 * @param scan of the document, after all files that it needs were read; without it there is no other file
 * @returns a document in which only schemas hold `$ref`, each to a named schema that exists. A reference that leads
 * nowhere or in a circle is a warning at its place; a stand-in (broken-reference.ts) or an empty object takes its place,
 * and a schema loses its `$ref`.
 */
export function resolveReferences(
  document: Document,
  diagnostics: Diagnostics,
  scan: Scan = createScan(createSources(document)),
): Document {
  scan.advance();
  const resolution: Resolution = {
    sources: scan.sources,
    diagnostics,
    grafts: new Map(document.grafts),
    names: nameSchemas(scan.sources, scan.schemas),
    following: [],
    broken: new Set(),
    resolved: new Map(),
    weight: 0,
  };
  const { root } = scan.sources;
  const { value } = walk(resolution, rootKind(root.value), root, root);
  return { ...document, value: addHoisted(resolution, isJsonObject(value) ? value : {}), grafts: resolution.grafts };
}

function walk(resolution: Resolution, kind: ObjectKind, node: Located, outer: Resource): Located {
  const { value } = node;
  if (!isJsonObject(value)) return node;
  const scope = scopeAt(resolution.sources, outer, value);
  if (kind === "schema") {
    const walked = walkMembers(resolution, kind, node, value, scope);
    return rewriteSchema(resolution, resolution.names, walked, node, scope);
  }
  if (Object.hasOwn(value, "$ref")) return inline(resolution, kind, node, value, scope);
  if (kind !== "callback") return walkMembers(resolution, kind, node, value, scope);
  resolution.following.push(inCallback);
  const callback = walkMembers(resolution, kind, node, value, scope);
  resolution.following.pop();
  return callback;
}

function walkMembers(
  resolution: Resolution,
  kind: ObjectKind,
  node: Located,
  object: JsonObject,
  scope: Resource,
): Located {
  return replaceChildren(resolution, node.origin, object, (key, child) => {
    const slot = slotOfValue(kind, key, child.value);
    if (slot === undefined) return child;
    return slot.holds === "one"
      ? walk(resolution, slot.kind, child, scope)
      : walkContainer(resolution, slot, child, scope);
  });
}

/** A map or a list; where a reference stands in its place, what that refers to. */
function walkContainer(resolution: Resolution, slot: Slot, node: Located, scope: Resource): Located {
  if (containerReference(node.value) === null) return walkItems(resolution, slot, node, scope);
  const target = findTarget(resolution, node, node.value, scope, slot.holds === "list" ? "list" : "map");
  if (target === null || circleOf(resolution, node, target)) return { value: empty(slot), origin: node.origin };
  return followed(resolution, `${slot.kind} ${slot.holds} ${target.key}`, node, empty(slot), () =>
    walkContainer(resolution, slot, target, target.scope),
  );
}

function empty(slot: Slot): JsonValue {
  return slot.holds === "list" ? [] : {};
}

function walkItems(resolution: Resolution, slot: Slot, node: Located, scope: Resource): Located {
  if (!isJsonArray(node.value) && !isJsonObject(node.value)) return node;
  return replaceChildren(resolution, node.origin, node.value, (_, item) => walk(resolution, slot.kind, item, scope));
}

/** Copies a container only if a child changes, and records where children come from that stood elsewhere. */
function replaceChildren(
  resolution: Resolution,
  origin: Origin,
  container: JsonObject | JsonArray,
  replace: (key: string, child: Located) => Located,
): Located {
  const before = resolution.grafts;
  const entries = Object.entries(container).map(([key, value]) => {
    const child = { value, origin: childOrigin(before, container, origin, key) };
    return { key, child, replaced: replace(key, child) };
  });
  if (entries.every(({ child, replaced }) => child.value === replaced.value)) return { value: container, origin };
  const copy = isJsonArray(container)
    ? entries.map(({ replaced }) => replaced.value)
    : jsonObject(entries.map(({ key, replaced }) => [key, replaced.value] as const));
  const moved = new Map(before.get(container));
  for (const { key, child, replaced } of entries) if (child.origin !== replaced.origin) moved.set(key, replaced.origin);
  if (moved.size > 0) resolution.grafts.set(copy, moved);
  return { value: copy, origin };
}

/** The target in the place of the reference, with what beside the reference wins over it. */
function inline(
  resolution: Resolution,
  kind: ObjectKind,
  node: Located,
  reference: JsonObject,
  scope: Resource,
): Located {
  const target = findTarget(resolution, node, reference, scope, kind);
  const standIn = standInFor(kind, reference);
  if (target === null || circleOf(resolution, node, target)) return { value: standIn, origin: node.origin };
  const result = followed(resolution, `${kind} ${target.key}`, node, standIn, () => {
    const read = kind === "example" ? asExample(resolution, target) : target;
    return walk(resolution, kind, read, target.scope);
  });
  return withSiblings(resolution, kind, node, reference, scope, result);
}

/** What later stages leave out by its marker; the others are as good empty. */
function standInFor(kind: ObjectKind, reference: JsonObject): JsonObject {
  const text = member(reference, "$ref");
  const isMarked = kind === "parameter" || kind === "requestBody" || kind === "pathItem";
  return isMarked ? brokenReference(typeof text === "string" ? text : writeJson(text ?? null)) : {};
}

/** More references one in another than this, or more in all, were made to exhaust us. */
const maximumDepth = 100;
const maximumWeight = 2_000_000;

/** What `resolve` makes of a target, once. */
function followed(
  resolution: Resolution,
  key: string,
  node: Located,
  standIn: JsonValue,
  resolve: () => Located,
): Located {
  const { following, resolved, diagnostics } = resolution;
  const known = resolved.get(key);
  const nothing = { value: standIn, origin: node.origin };
  const around = following.lastIndexOf(key);
  if (known === undefined && around !== -1) {
    // What follows from an operation may be that operation again; here the circle is cut, and nobody needs to be told.
    if (following.includes(inCallback, around)) return nothing;
    const reference = member(node.value, "$ref");
    diagnostics.add("reference-cycle", refPlace(node), { reference: typeof reference === "string" ? reference : "" });
    return nothing;
  }
  const isTooDeep = following.length >= maximumDepth;
  if (isTooDeep || resolution.weight + (known?.weight ?? 0) > maximumWeight) {
    const what = isTooDeep ? `more than ${String(maximumDepth)} lie one in another` : "what they bring is too much";
    diagnostics.add("reference-limit", refPlace(node), { what });
    return nothing;
  }
  if (known !== undefined) {
    resolution.weight += known.weight;
    return known.result;
  }
  const before = resolution.weight++;
  following.push(key);
  const result = resolve();
  following.pop();
  resolved.set(key, { result, weight: resolution.weight - before });
  return result;
}

/** `summary` and `description` beside `$ref` win over the target's (3.1); of a path item all that stands there. */
function withSiblings(
  resolution: Resolution,
  kind: ObjectKind,
  node: Located,
  reference: JsonObject,
  scope: Resource,
  result: Located,
): Located {
  const counts = (key: string) =>
    key !== "$ref" &&
    (kind === "pathItem" || (["summary", "description"].includes(key) && typeof reference[key] === "string"));
  if (!isJsonObject(result.value) || !Object.keys(reference).some(counts)) return result;
  const siblings = kind === "pathItem" ? walkMembers(resolution, kind, node, reference, scope).value : reference;
  if (!isJsonObject(siblings)) return result;
  const own = Object.entries(siblings).filter(([key]) => counts(key));
  const merged = jsonObject([...Object.entries(result.value), ...own]);
  const carried = new Map<string, Origin>();
  for (const key of Object.keys(result.value))
    carried.set(key, childOrigin(resolution.grafts, result.value, result.origin, key));
  for (const [key] of own) carried.set(key, childOrigin(resolution.grafts, siblings, node.origin, key));
  resolution.grafts.set(merged, carried);
  return { value: merged, origin: result.origin };
}

/** Files with an example often hold its value alone, where OpenAPI expects an Example Object around it. */
function asExample(resolution: Resolution, target: Target): Located {
  const keys = ["value", "externalValue", "dataValue", "serializedValue", "$ref"];
  if (target.file === resolution.sources.root.file || keys.some((key) => member(target.value, key) !== undefined))
    return target;
  const example = { value: target.value };
  resolution.grafts.set(example, new Map([["value", target.origin]]));
  return { value: example, origin: target.origin };
}

/** Puts the schemas that have got a name among the document's: in the place of the one of that name, or behind. */
function addHoisted(resolution: Resolution, root: JsonObject): JsonObject {
  const { hoisted } = resolution.names;
  if (hoisted.size === 0) return root;
  const added = [...hoisted].map(([name, target]) => [name, walk(resolution, "schema", target, target.scope)] as const);
  const [outer = "", ...inner] = schemaHomeOf(root);
  return putIn(root, [outer, ...inner]);

  function putIn(object: JsonObject, [key = "", ...rest]: readonly string[]): JsonObject {
    const child = member(object, key);
    const before = isJsonObject(child) ? child : {};
    const value = rest.length > 0 ? putIn(before, rest) : extend(before, added);
    const after = jsonObject<JsonValue>([...Object.entries(object), [key, value]]);
    const carried = resolution.grafts.get(object);
    if (carried !== undefined) resolution.grafts.set(after, carried);
    return after;
  }

  function extend(schemas: JsonObject, entries: readonly (readonly [string, Located])[]): JsonObject {
    const all = jsonObject([...Object.entries(schemas), ...entries.map(([name, { value }]) => [name, value] as const)]);
    const origins = new Map(resolution.grafts.get(schemas));
    for (const [name, { origin }] of entries) origins.set(name, origin);
    resolution.grafts.set(all, origins);
    return all;
  }
}
