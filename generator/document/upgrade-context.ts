/** What the steps of the upgrade from Swagger 2.0 share: nodes that are taken apart and put together, their origins kept. */
import type { Diagnostics, Origin } from "../diagnostics.js";
import { childOrigin, type Document } from "./document.js";
import type { GrowingGrafts, Placed } from "./document-edit.js";
import { isJsonArray, isJsonObject, type JsonObject, jsonObject, type JsonValue, member, writeJson } from "./json.js";
import { appendToken } from "./json-pointer.js";
import { createReader, type Node, type Reader } from "./reader.js";

export interface Upgrade {
  readonly diagnostics: Diagnostics;
  readonly reader: Reader;
  /** Those of the document, and of everything that is put together. */
  readonly grafts: GrowingGrafts;
  /** The schemas of the definitions, as they were. */
  readonly definitions: ReadonlyMap<string, JsonValue>;
  /** For a schema with a discriminator, by its name: values that lead to other schemas than those of that name. */
  readonly mappings: ReadonlyMap<string, readonly Member[]>;
  /** Schemas that were upgraded already, by what they were made of. */
  readonly schemas: Map<object, JsonValue>;
}

/** A member of an object: its key, its value and where that was written. */
export type Member = readonly [string, Placed];

/** The context for one document. */
export function createUpgrade(
  document: Document,
  facts: Pick<Upgrade, "definitions" | "mappings">,
  diagnostics: Diagnostics,
): Upgrade {
  return {
    ...facts,
    diagnostics,
    reader: createReader(document, diagnostics),
    grafts: new Map(document.grafts),
    schemas: new Map(),
  };
}

/** The members of an object, or the items of a list; none of anything else. */
export function membersOf({ grafts }: Upgrade, { value, origin }: Placed): readonly Member[] {
  if (!isJsonObject(value) && !isJsonArray(value)) return [];
  return Object.entries(value).map(([key, child]): Member => {
    return [key, { value: child, origin: childOrigin(grafts, value, origin, key) }];
  });
}

/** The member `key` of an object, or undefined where there is none. */
export function memberOf(upgrade: Upgrade, { value, origin }: Node, key: string): Placed | undefined {
  const child = member(value, key);
  return child === undefined ? undefined : { value: child, origin: childOrigin(upgrade.grafts, value, origin, key) };
}

/** The same, where nothing after the key means absent, as it does in YAML. */
export function presentMember(upgrade: Upgrade, node: Node, key: string): Placed | undefined {
  const child = memberOf(upgrade, node, key);
  return child?.value === null ? undefined : child;
}

/**
 * An object of these members.
 * @param origin where it counts as written: what it was made of
 * @param members in order; of two with one key the later wins, and those that are undefined are left out
 */
export function composed(
  upgrade: Upgrade,
  origin: Origin,
  members: readonly (readonly [string, Placed | undefined])[],
): Node {
  const present = members.flatMap(([key, child]) => (child === undefined ? [] : [[key, child] as const]));
  const value = jsonObject(present.map(([key, child]) => [key, child.value] as const));
  keepOrigins(upgrade, value, origin, present);
  return { value, origin };
}

/** A list of these items. */
export function listOf(upgrade: Upgrade, origin: Origin, items: readonly Placed[]): Placed {
  const value = items.map((item) => item.value);
  keepOrigins(upgrade, value, origin, [...items.entries()]);
  return { value, origin };
}

/** The object with other members; itself where they are the same. */
export function recomposed(upgrade: Upgrade, node: Node, members: readonly Member[]): Node {
  const before: readonly (readonly [string, JsonValue])[] = Object.entries(node.value);
  const isSame =
    before.length === members.length &&
    before.every(([key, value], index) => members[index]?.[0] === key && members[index][1].value === value);
  return isSame ? node : composed(upgrade, node.origin, members);
}

/** The object with its members changed one by one; `change` gives those that take the place of one. */
export function changed(upgrade: Upgrade, node: Node, change: (key: string, child: Placed) => readonly Member[]): Node {
  return recomposed(
    upgrade,
    node,
    membersOf(upgrade, node).flatMap(([key, child]) => change(key, child)),
  );
}

/** The node, where it is an object. */
export function asObject({ value, origin }: Placed): Node | null {
  return isJsonObject(value) ? { value, origin } : null;
}

/** Says that a value is not what 2.0 has there, and is passed over. */
export function reportIgnored(upgrade: Upgrade, { value, origin }: Placed, key: string, expected: string): void {
  upgrade.diagnostics.add("swagger-value-ignored", origin, { key, found: writeJson(value), expected });
}

function keepOrigins(
  { grafts }: Upgrade,
  container: JsonObject | readonly JsonValue[],
  origin: Origin,
  children: readonly (readonly [string | number, Placed])[],
): void {
  const moved = children.flatMap(([key, { origin: own }]) => {
    const isInPlace = own.uri === origin.uri && own.pointer === appendToken(origin.pointer, key);
    return isInPlace ? [] : [[String(key), own] as const];
  });
  if (moved.length > 0) grafts.set(container, new Map(moved));
}
