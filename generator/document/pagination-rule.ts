/** `x-exemplar-pagination`: how an operation is paginated, as its document or the configuration says it. */
import type { Origin } from "../diagnostics.js";
import { isJsonObject, member, writeJson } from "./json.js";
import { nearestOf } from "./known-keys.js";
import type { Node, Reader } from "./reader.js";

/** How the next page is asked for. */
export type PaginationKind = "page" | "offset" | "cursor" | "link";

export const paginationKinds: readonly PaginationKind[] = ["page", "offset", "cursor", "link"];

/**
 * What is said of the pages of an operation; what is not said is found in its schemas. Places in the request are named
 * as in `query.page` or `body.page_number`, places in the data of the response as in `meta.total`.
 */
export interface PaginationRule {
  readonly kind?: PaginationKind;
  /** Where the number of a page is sent. */
  readonly page?: string;
  /** Where it is sent how many items come before the page. */
  readonly offset?: string;
  /** Where the cursor of a page is sent. */
  readonly cursor?: string;
  /** The number of the first page, or the offset of the first item. */
  readonly first?: number;
  /** Where the items are; empty where the data is the list. */
  readonly items?: string;
  /** Where the cursor of the next page is, or its URL; `header.Link` for the link `next` of that header. */
  readonly next?: string;
  /** Where each item has its cursor: that of the last one leads on. */
  readonly lastItem?: string;
  /** Where it is said whether there are more. */
  readonly more?: string;
  /** Where the number of all items is. */
  readonly total?: string;
  /** Where the number of all pages is. */
  readonly totalPages?: string;
}

/** A rule with its place; false where the operation is said not to be paginated. */
export interface NormalPagination {
  readonly rule: PaginationRule | false;
  readonly origin: Origin;
}

/** The members of a rule that name a place. */
export const paginationPlaces = [
  "page",
  "offset",
  "cursor",
  "items",
  "next",
  "lastItem",
  "more",
  "total",
  "totalPages",
] as const;

export const paginationKey = "x-exemplar-pagination";

/** The rule of an operation; null where it has none. What is wrong with one is reported and left out of it. */
export function readPagination(reader: Reader, operation: Node): NormalPagination | null {
  const value = member(operation.value, paginationKey);
  if (value === undefined) return null;
  const origin = reader.originOf(operation, paginationKey);
  if (value === false) return { rule: false, origin };
  if (!isJsonObject(value)) {
    const found = writeJson(value);
    reader.diagnostics.add("extension-value-unknown", origin, {
      key: paginationKey,
      found,
      expected: "an object or false",
    });
    return null;
  }
  const node: Node = { value, origin };
  const known: readonly string[] = ["kind", "first", ...paginationPlaces];
  for (const key of Object.keys(value)) {
    if (known.includes(key) || key.startsWith("x-")) continue;
    reader.diagnostics.add("key-unknown", reader.originOf(node, key), {
      key,
      owner: paginationKey,
      nearest: nearestOf(key, known),
    });
  }
  const places = paginationPlaces.flatMap((key) => {
    const place = reader.text(node, key, "structure");
    return place === null ? [] : [[key, place] as const];
  });
  return { rule: { ...readKind(reader, node), ...readFirst(reader, node), ...Object.fromEntries(places) }, origin };
}

function readKind(reader: Reader, node: Node): Pick<PaginationRule, "kind"> {
  const found = reader.text(node, "kind", "structure");
  const kind = paginationKinds.find((known) => known === found);
  if (kind !== undefined) return { kind };
  if (found !== null) {
    const expected = `one of ${paginationKinds.join(", ")}`;
    const problem = { key: `${paginationKey}.kind`, found: writeJson(found), expected };
    reader.diagnostics.add("extension-value-unknown", reader.originOf(node, "kind"), problem);
  }
  return {};
}

function readFirst(reader: Reader, node: Node): Pick<PaginationRule, "first"> {
  const first = member(node.value, "first");
  if (first === undefined) return {};
  if (typeof first === "number" && Number.isSafeInteger(first) && first >= 0) return { first };
  const problem = {
    key: `${paginationKey}.first`,
    found: writeJson(first),
    expected: "an integer that is not negative",
  };
  reader.diagnostics.add("extension-value-unknown", reader.originOf(node, "first"), problem);
  return {};
}
