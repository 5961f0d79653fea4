/** Changes to a document that is never mutated: what changes is copied, and every node keeps the origin it had. */
import type { Origin } from "../diagnostics.js";
import { childOrigin } from "./document.js";
import {
  isJsonArray,
  isJsonObject,
  type JsonArray,
  type JsonObject,
  jsonObject,
  type JsonValue,
  member,
} from "./json.js";
import { appendToken } from "./json-pointer.js";

/** A node, and where it was written. */
export interface Placed {
  readonly value: JsonValue;
  readonly origin: Origin;
}

/** Grafts that grow by those of each copied container; a container that is in it already never changes. */
export type GrowingGrafts = Map<object, ReadonlyMap<string, Origin>>;

/** The nodes to be changed, as a tree of their ways from the root. */
export interface Selection {
  selected: boolean;
  readonly children: Map<string, Selection>;
}

/** Two values that cannot be merged: what was to come in, what is there, and the way from the merged node to it. */
export interface Conflict {
  readonly source: Placed;
  readonly target: Placed;
  readonly tokens: readonly string[];
}

/** Gathers the ways (unescaped tokens) to nodes into one selection. */
export function selectionOf(ways: Iterable<readonly string[]>): Selection {
  const root: Selection = { selected: false, children: new Map() };
  for (const way of ways) {
    let at = root;
    for (const token of way) {
      const next: Selection = at.children.get(token) ?? { selected: false, children: new Map() };
      at.children.set(token, next);
      at = next;
    }
    at.selected = true;
  }
  return root;
}

/** The child `key` of a container and where it was written, or undefined where there is none. */
export function placedChild(grafts: GrowingGrafts, { value, origin }: Placed, key: string): Placed | undefined {
  const child = member(value, key);
  if (child === undefined || (!isJsonObject(value) && !isJsonArray(value))) return undefined;
  return { value: child, origin: childOrigin(grafts, value, origin, key) };
}

/**
 * Changes every selected node, parents before their children.
 * @param change gives the new node, or null to remove it; it must keep those children that are selected as well
 * @returns the node with all changes (the same object where nothing changed), or null where it is removed itself
 */
export function changeSelected(
  grafts: GrowingGrafts,
  node: Placed,
  selection: Selection,
  change: (node: Placed) => Placed | null,
): Placed | null {
  const changed = selection.selected ? change(node) : node;
  if (changed === null) return null;
  const changes = new Map<string, Placed | null>();
  for (const [key, below] of selection.children) {
    const child = placedChild(grafts, changed, key);
    if (child === undefined) continue;
    const next = changeSelected(grafts, child, below, change);
    if (next !== child) changes.set(key, next);
  }
  return withChildren(grafts, changed, changes);
}

/**
 * Merges a node into another, recursively: objects key by key, arrays end to end, a primitive in place of a primitive
 * (https://spec.openapis.org/overlay/v1.1.0.html#action-object).
 * @param conflicts gets the pairs that are neither; what was there stays
 * @returns the merged node, at the origin of the target unless it is a primitive
 */
export function merge(
  grafts: GrowingGrafts,
  target: Placed,
  source: Placed,
  conflicts: Conflict[],
  tokens: readonly string[] = [],
): Placed {
  if (isJsonObject(target.value) && isJsonObject(source.value)) {
    const changes = new Map<string, Placed>();
    for (const key of Object.keys(source.value)) {
      const incoming = placedChild(grafts, source, key);
      const present = placedChild(grafts, target, key);
      if (incoming === undefined) continue;
      changes.set(
        key,
        present === undefined ? incoming : merge(grafts, present, incoming, conflicts, [...tokens, key]),
      );
    }
    return withChildren(grafts, target, changes);
  }
  const { value: items, origin } = source;
  if (isJsonArray(target.value) && isJsonArray(items)) {
    return append(
      grafts,
      target,
      items.map((value, index) => ({ value, origin: childOrigin(grafts, items, origin, index) })),
    );
  }
  if (isPrimitive(target.value) && isPrimitive(source.value)) return source;
  conflicts.push({ source, target, tokens });
  return target;
}

/** An array with further items at its end. */
export function append(grafts: GrowingGrafts, array: Placed, items: readonly Placed[]): Placed {
  const length = isJsonArray(array.value) ? array.value.length : 0;
  return withChildren(grafts, array, new Map(items.map((item, index) => [String(length + index), item])));
}

/** True for a string, number, boolean or null. */
export function isPrimitive(value: JsonValue): boolean {
  return typeof value !== "object" || value === null;
}

/** A copy of the container with some children replaced, put in (a new key, or the next index) or removed (null). */
function withChildren(grafts: GrowingGrafts, node: Placed, changes: ReadonlyMap<string, Placed | null>): Placed {
  const { value, origin } = node;
  if (changes.size === 0) return node;
  if (isJsonArray(value)) {
    if ([...changes.values()].includes(null)) return { value: withoutItems(grafts, value, origin, changes), origin };
    const copy = setItems(value, changes);
    carryGrafts(grafts, value, copy, origin, changes);
    return { value: copy, origin };
  }
  if (isJsonObject(value)) {
    const copy = setMembers(value, changes);
    carryGrafts(grafts, value, copy, origin, changes);
    return { value: copy, origin };
  }
  throw new Error("A primitive has no children that could be changed.");
}

function setItems(array: JsonArray, changes: ReadonlyMap<string, Placed | null>): JsonArray {
  const items = [...array];
  for (const [key, item] of changes) if (item !== null) items[Number(key)] = item.value;
  return items;
}

function setMembers(object: JsonObject, changes: ReadonlyMap<string, Placed | null>): JsonObject {
  const members = new Map(Object.entries(object));
  for (const [key, child] of changes) {
    if (child === null) members.delete(key);
    else members.set(key, child.value);
  }
  return jsonObject(members);
}

/** Carries the grafts of a container over to its copy; children that did not change stand at the same key in both. */
function carryGrafts(
  grafts: GrowingGrafts,
  container: object,
  copy: object,
  origin: Origin,
  changes: ReadonlyMap<string, Placed | null>,
): void {
  const origins = new Map(grafts.get(container));
  for (const [key, child] of changes) {
    if (child === null || isAtOwnPlace(child.origin, origin, key)) origins.delete(key);
    else origins.set(key, child.origin);
  }
  if (origins.size > 0) grafts.set(copy, origins);
}

/** A copy of an array with items removed: those behind move up, and remember where they stood. */
function withoutItems(
  grafts: GrowingGrafts,
  array: JsonArray,
  arrayOrigin: Origin,
  changes: ReadonlyMap<string, Placed | null>,
): JsonArray {
  const kept = array.flatMap((value, index): readonly Placed[] => {
    const change = changes.get(String(index));
    if (change === null) return [];
    return [change ?? { value, origin: childOrigin(grafts, array, arrayOrigin, index) }];
  });
  const copy = kept.map(({ value }) => value);
  const moved = kept.flatMap(({ origin }, index): readonly (readonly [string, Origin])[] =>
    isAtOwnPlace(origin, arrayOrigin, String(index)) ? [] : [[String(index), origin]],
  );
  if (moved.length > 0) grafts.set(copy, new Map(moved));
  return copy;
}

function isAtOwnPlace(origin: Origin, parent: Origin, key: string): boolean {
  return origin.uri === parent.uri && origin.pointer === appendToken(parent.pointer, key);
}
