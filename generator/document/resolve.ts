/**
 * References: those to schemas stay and point to `#/components/schemas/<name>`; every other one is replaced by what
 * it refers to. Nothing outside of the document is read.
 * https://spec.openapis.org/oas/v3.1.1.html#reference-object
 */
import type { Diagnostics, Origin } from "../diagnostics.js";
import { childOrigin, type Document } from "./document.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, jsonObject, member } from "./json.js";
import { formatPointer, parseFragment } from "./json-pointer.js";
import { type ObjectKind, rootKind, schemaName, slotOf } from "./openapi-structure.js";

interface Located {
  readonly value: JsonValue;
  readonly origin: Origin;
}

interface Resolution {
  readonly document: Document;
  readonly diagnostics: Diagnostics;
  readonly grafts: Map<object, ReadonlyMap<string, Origin>>;
  /** References that are being followed, outermost first: meeting one again is a cycle. */
  readonly following: string[];
  /** Results by kind and pointer, so that a target is walked once. */
  readonly resolved: Map<string, Located>;
  /** Schemas that are referred to where they have no name, by pointer: they get one. */
  readonly hoisted: Map<string, { readonly name: string; schema: Located }>;
}

const schemaHome = ["components", "schemas"];

/**
 * Resolves all references of a document.
 * @returns a document in which only schemas hold `$ref`, each to a named schema that exists. A reference that leads
 * nowhere, outside or in a circle is an error, reported at its place; an empty object stands in for it.
 */
export function resolveReferences(document: Document, diagnostics: Diagnostics): Document {
  const resolution: Resolution = {
    document,
    diagnostics,
    grafts: new Map(document.grafts),
    following: [],
    resolved: new Map(),
    hoisted: new Map(),
  };
  const { value } = walk(resolution, rootKind(document.value), { value: document.value, origin: document.root });
  const root = isJsonObject(value) ? value : {};
  return { ...document, value: addHoisted(resolution, root), grafts: resolution.grafts };
}

function walk(resolution: Resolution, kind: ObjectKind, node: Located): Located {
  if (!isJsonObject(node.value)) return node;
  if (Object.hasOwn(node.value, "$ref")) {
    return kind === "schema"
      ? resolveSchemaReference(resolution, node, node.value)
      : inline(resolution, kind, node, node.value);
  }
  return walkMembers(resolution, kind, node, node.value);
}

function walkMembers(resolution: Resolution, kind: ObjectKind, node: Located, object: JsonObject): Located {
  return replaceChildren(resolution, node.origin, object, (key, child) => {
    const slot = slotOf(kind, key);
    if (slot === undefined) return child;
    if (slot.holds === "one") return walk(resolution, slot.kind, child);
    if (!isJsonArray(child.value) && !isJsonObject(child.value)) return child;
    return replaceChildren(resolution, child.origin, child.value, (_, item) => walk(resolution, slot.kind, item));
  });
}

/** Copies a container only if a child changes, and records where children come from that stood elsewhere. */
function replaceChildren(
  resolution: Resolution,
  origin: Origin,
  container: JsonObject | readonly JsonValue[],
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

/** The target in the place of the reference; `summary` and `description` beside `$ref` win over the target's (3.1). */
function inline(resolution: Resolution, kind: ObjectKind, node: Located, reference: JsonObject): Located {
  const target = findTarget(resolution, node, reference);
  if (target === null) return { value: {}, origin: node.origin };
  const key = `${kind} ${target.pointer}`;
  if (resolution.following.includes(key)) {
    resolution.diagnostics.add("reference-cycle", refPlace(node), { reference: `#${target.pointer}` });
    return { value: {}, origin: node.origin };
  }
  let result = resolution.resolved.get(key);
  if (result === undefined) {
    resolution.following.push(key);
    result = walk(resolution, kind, target.located);
    resolution.following.pop();
    resolution.resolved.set(key, result);
  }
  const overrides = ["summary", "description"].filter((name) => typeof member(reference, name) === "string");
  if (overrides.length === 0 || !isJsonObject(result.value)) return result;
  const own = overrides.map((name) => [name, member(reference, name) ?? null] as const);
  const merged = jsonObject([...Object.entries(result.value), ...own]);
  const carried = new Map(resolution.grafts.get(result.value));
  for (const name of overrides) carried.set(name, childOrigin(resolution.grafts, reference, node.origin, name));
  resolution.grafts.set(merged, carried);
  return { value: merged, origin: result.origin };
}

/** A schema reference stays; where it points to something without a name of its own, that gets a name. */
function resolveSchemaReference(resolution: Resolution, node: Located, reference: JsonObject): Located {
  const siblings = walkMembers(resolution, "schema", node, reference);
  const target = findTarget(resolution, node, reference);
  const object = isJsonObject(siblings.value) ? siblings.value : reference;
  if (target === null) return replaceRef(resolution, siblings.origin, object, null);
  const name = schemaName(resolution.document.value, target.tokens) ?? hoist(resolution, target);
  // A name may look percent-encoded itself, and references are decoded.
  const canonical = `#${formatPointer([...schemaHome, name]).replaceAll("%", "%25")}`;
  return canonical === reference["$ref"] ? siblings : replaceRef(resolution, siblings.origin, object, canonical);
}

/** The schema with another `$ref`, or with none. */
function replaceRef(resolution: Resolution, origin: Origin, schema: JsonObject, ref: string | null): Located {
  const others = Object.entries(schema).filter(([key]) => key !== "$ref");
  const value = jsonObject<JsonValue>(ref === null ? others : [["$ref", ref], ...others]);
  const carried = resolution.grafts.get(schema);
  if (carried !== undefined) resolution.grafts.set(value, carried);
  return { value, origin };
}

interface Target {
  readonly located: Located;
  readonly pointer: string;
  readonly tokens: readonly string[];
}

/** What a reference refers to, or null after an error at the reference. */
function findTarget(resolution: Resolution, node: Located, reference: JsonObject): Target | null {
  const { document, diagnostics } = resolution;
  const ref = member(reference, "$ref");
  const place = refPlace(node);
  if (typeof ref !== "string") {
    diagnostics.add("reference-not-text", place, {});
    return null;
  }
  if (!ref.startsWith("#")) {
    diagnostics.add("reference-outside", place, { reference: ref });
    return null;
  }
  const tokens = parseFragment(ref);
  if (tokens === null) {
    diagnostics.add("reference-malformed", place, { reference: ref });
    return null;
  }
  let located: Located = { value: document.value, origin: document.root };
  for (const token of tokens) {
    const value = member(located.value, token);
    if (value === undefined || typeof located.value !== "object" || located.value === null) {
      diagnostics.add("reference-not-found", place, { reference: ref });
      return null;
    }
    located = { value, origin: childOrigin(document.grafts, located.value, located.origin, token) };
  }
  return { located, pointer: formatPointer(tokens), tokens };
}

function refPlace(node: Located): Origin {
  return { uri: node.origin.uri, pointer: `${node.origin.pointer}/$ref` };
}

function hoist(resolution: Resolution, target: Target): string {
  const known = resolution.hoisted.get(target.pointer);
  if (known !== undefined) return known.name;
  const taken = new Set([
    ...Object.keys(member(member(resolution.document.value, "components"), "schemas") ?? {}),
    ...Object.keys(member(resolution.document.value, "definitions") ?? {}),
    ...[...resolution.hoisted.values()].map((entry) => entry.name),
  ]);
  const base = hoistedName(target.tokens);
  let name = base;
  for (let count = 2; taken.has(name); count++) name = `${base}${count}`;
  // Entered before the walk: the schema may refer to itself.
  const entry = { name, schema: target.located };
  resolution.hoisted.set(target.pointer, entry);
  entry.schema = walk(resolution, "schema", target.located);
  return name;
}

/** `#/components/schemas/Pet/properties/owner` becomes `PetOwner`. */
function hoistedName(tokens: readonly string[]): string {
  const silent = new Set(["components", "schemas", "properties", "paths", "content", "schema", "$defs", "definitions"]);
  const words = tokens.filter((token) => !silent.has(token)).flatMap((token) => token.match(/[A-Za-z0-9]+/g) ?? []);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("") || "Schema";
}

function addHoisted(resolution: Resolution, root: JsonObject): JsonObject {
  if (resolution.hoisted.size === 0) return root;
  const components = member(root, "components");
  const schemas = member(components, "schemas");
  const named = jsonObject([
    ...(isJsonObject(schemas) ? Object.entries(schemas) : []),
    ...[...resolution.hoisted.values()].map(({ name, schema }) => [name, schema.value] as const),
  ]);
  const origins = new Map(isJsonObject(schemas) ? resolution.grafts.get(schemas) : []);
  for (const { name, schema } of resolution.hoisted.values()) origins.set(name, schema.origin);
  resolution.grafts.set(named, origins);
  const wrap = (object: JsonValue | undefined, key: string, value: JsonValue) => {
    const before = isJsonObject(object) ? object : {};
    const after = jsonObject([...Object.entries(before).filter(([name]) => name !== key), [key, value] as const]);
    const carried = resolution.grafts.get(before);
    if (carried !== undefined) resolution.grafts.set(after, carried);
    return after;
  };
  return wrap(root, "components", wrap(components, "schemas", named));
}
