/**
 * A walk over all that references reach, which changes nothing: it finds the files that are needed, and the schemas that
 * are referred to, so that their names do not depend on the order in which `resolve` meets them.
 */
import type { Origin } from "../diagnostics.js";
import { childOrigin } from "./document.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, member } from "./json.js";
import { locateReference, scopeAt } from "./locate-reference.js";
import { mappedReferences } from "./mapped-reference.js";
import { type ObjectKind, rootKind, type Slot, slotOfValue } from "./openapi-structure.js";
import type { Located, Resource, Sources, Target } from "./reference-sources.js";
import { isSchema } from "./reference-target.js";

/** A reference to a file that has not been read. */
export interface Wanted {
  readonly place: Origin;
  readonly reference: string;
  /** In a discriminator's mapping, where a text may as well be a name. */
  readonly isMapped: boolean;
}

export interface Scan {
  readonly sources: Sources;
  /** The targets of references to schemas by key, in the order of the document. */
  readonly schemas: ReadonlyMap<string, Target>;
  /**
   * Goes on as far as the files that are there allow.
   * @returns the references that lead to other files, by those files' addresses
   */
  advance(): ReadonlyMap<string, readonly Wanted[]>;
}

interface Pending extends Wanted {
  readonly slot: Slot;
  readonly scope: Resource;
}

interface Walk {
  readonly sources: Sources;
  readonly schemas: Map<string, Target>;
  /** By kind, the objects that were visited as such. */
  readonly visited: Map<ObjectKind, Set<object>>;
  /** Targets that were entered, by key, kind and how many they hold. */
  readonly entered: Set<string>;
  pending: Pending[];
}

/** What is being visited: where it was entered, and the keys from there. */
interface Trail {
  readonly entry: Located;
  readonly keys: string[];
}

/** A scan that has not begun. */
export function createScan(sources: Sources): Scan {
  const walk: Walk = { sources, schemas: new Map(), visited: new Map(), entered: new Set(), pending: [] };
  visit(walk, rootKind(sources.root.value), sources.root.value, sources.root, { entry: sources.root, keys: [] });
  return { sources, schemas: walk.schemas, advance: () => advance(walk) };
}

function advance(walk: Walk): ReadonlyMap<string, readonly Wanted[]> {
  const waiting: Pending[] = [];
  const missing = new Map<string, Wanted[]>();
  // The list grows while it is walked.
  for (const pending of walk.pending) {
    const lookup = locateReference(walk.sources, pending.scope, pending.reference);
    if (lookup.outcome === "found") enter(walk, pending.slot, lookup.target);
    if (lookup.outcome !== "missing") continue;
    waiting.push(pending);
    const others = missing.get(lookup.address);
    if (others === undefined) missing.set(lookup.address, [pending]);
    else others.push(pending);
  }
  walk.pending = waiting;
  return missing;
}

function enter(walk: Walk, slot: Slot, target: Target): void {
  const key = `${slot.kind} ${slot.holds} ${target.key}`;
  if (walk.entered.has(key)) return;
  walk.entered.add(key);
  if (slot.kind === "schema" && slot.holds === "one") {
    if (!isSchema(target)) return;
    walk.schemas.set(target.key, target);
  }
  visitSlot(walk, slot, target.value, target.scope, { entry: target, keys: [] });
}

function visitSlot(walk: Walk, slot: Slot, value: JsonValue, scope: Resource, trail: Trail): void {
  if (slot.holds === "one") {
    visit(walk, slot.kind, value, scope, trail);
    return;
  }
  const reference = containerReference(value);
  if (reference !== null) note(walk, slot, scope, trail, ["$ref"], reference);
  else if (isJsonObject(value) || isJsonArray(value))
    for (const [key, child] of Object.entries(value)) {
      trail.keys.push(key);
      visit(walk, slot.kind, child, scope, trail);
      trail.keys.pop();
    }
}

/** The reference in the place of a map or list as a whole, which documents in parts have, or null. */
export function containerReference(value: JsonValue | undefined): string | null {
  const reference = isJsonObject(value) ? member(value, "$ref") : undefined;
  return isJsonObject(value) && typeof reference === "string" && Object.keys(value).length === 1 ? reference : null;
}

function visit(walk: Walk, kind: ObjectKind, value: JsonValue, outer: Resource, trail: Trail): void {
  if (!isJsonObject(value)) return;
  const visited = walk.visited.get(kind) ?? new Set();
  if (visited.has(value)) return;
  walk.visited.set(kind, visited.add(value));
  const scope = scopeAt(walk.sources, outer, value);
  const reference = member(value, "$ref");
  if (typeof reference === "string") note(walk, { kind, holds: "one" }, scope, trail, ["$ref"], reference);
  if (kind === "schema") noteOthers(walk, value, scope, trail);
  else if (reference !== undefined && kind !== "pathItem") return;
  for (const key of Object.keys(value)) {
    const child = value[key];
    const slot = child === undefined ? undefined : slotOfValue(kind, key, child);
    if (slot === undefined || child === undefined) continue;
    trail.keys.push(key);
    visitSlot(walk, slot, child, scope, trail);
    trail.keys.pop();
  }
}

/** The references of a schema beside `$ref`. */
function noteOthers(walk: Walk, schema: JsonObject, scope: Resource, trail: Trail): void {
  const slot = { kind: "schema", holds: "one" } as const;
  const dynamic = member(schema, "$dynamicRef");
  if (typeof dynamic === "string") note(walk, slot, scope, trail, ["$dynamicRef"], dynamic);
  if (!Object.hasOwn(schema, "discriminator")) return;
  for (const { keys, reference } of mappedReferences(walk.sources, scope, schema))
    note(walk, slot, scope, trail, ["discriminator", ...keys], reference, true);
}

function note(
  walk: Walk,
  slot: Slot,
  scope: Resource,
  { entry, keys }: Trail,
  own: readonly string[],
  reference: string,
  isMapped = false,
): void {
  const isLocal = reference.startsWith("#");
  // Only of what may be in another file is the place needed.
  const place = isLocal ? entry.origin : placeOf(walk.sources, entry, [...keys, ...own]);
  walk.pending.push({ slot, scope, reference, place, isMapped });
}

/** Where the node at these keys was written. */
function placeOf(sources: Sources, entry: Located, keys: readonly string[]): Origin {
  let { value, origin }: { value: JsonValue | undefined; origin: Origin } = entry;
  for (const key of keys) {
    if (typeof value !== "object" || value === null) break;
    origin = childOrigin(sources.document.grafts, value, origin, key);
    value = member(value, key);
  }
  return origin;
}
