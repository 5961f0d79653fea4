/** What a rule says of an operation's pages: the places that it names, looked up in the request and the response. */
import type { paginationPlaces, PaginationRule } from "../document/pagination-rule.js";
import { nearestOf } from "../document/known-keys.js";
import { type Position, type Said, type Sides } from "./detect-pagination.js";
import type { PaginationFault } from "./pagination.js";
import { type Field, hasMember, isList, isUrl } from "./pagination-fields.js";

type PlaceKey = (typeof paginationPlaces)[number];

/** Looks the places up. */
export function saidPagination(
  rule: PaginationRule,
  sides: Sides,
): { readonly said: Said } | { readonly fault: PaginationFault } {
  const faults: PaginationFault[] = [];
  const find = (key: PlaceKey, fields: readonly Field[], where: string): Field | null => {
    const place = rule[key];
    if (place === undefined) return null;
    const field = fields.find(({ path }) => path.join(".") === place);
    if (field !== undefined) return field;
    const names = fields.map(({ path }) => path.join("."));
    faults.push({ kind: "place", key, place, where, nearest: nearestOf(place, names) });
    return null;
  };
  const inResponse = (key: PlaceKey) => find(key, sides.response, "the data of the response");
  const positions = (["page", "offset", "cursor"] as const).flatMap((kind): readonly Position[] => {
    const field = find(kind, sides.request, "the fields of the request");
    return field === null ? [] : [{ kind, field }];
  });
  const items = find("items", sides.response.filter(isList), "the lists of the response");
  if (items !== null && rule.lastItem !== undefined && !hasMember(items, rule.lastItem, sides.table))
    faults.push({
      kind: "place",
      key: "lastItem",
      place: rule.lastItem,
      where: "the items of the list",
      nearest: null,
    });
  const said: Said = {
    kind: rule.kind ?? null,
    position: positions[0] ?? null,
    first: rule.first ?? null,
    items,
    next: nextOf(rule, () => inResponse("next")),
    more: inResponse("more")?.path ?? null,
    total: inResponse("total")?.path ?? null,
    totalPages: inResponse("totalPages")?.path ?? null,
  };
  const fault = faults[0] ?? conflictOf(said, positions);
  return fault ? { fault } : { said };
}

function nextOf({ next, lastItem }: PaginationRule, find: () => Field | null): Said["next"] {
  if (lastItem !== undefined) return { position: { kind: "last-item", path: [lastItem] }, isUrl: false };
  if (next?.toLowerCase() === "header.link") return { position: { kind: "link-header" }, isUrl: true };
  const field = find();
  return field && { position: { kind: "data", path: field.path }, isUrl: isUrl(field) };
}

function conflictOf({ kind }: Said, positions: readonly Position[]): PaginationFault | null {
  const [position, other] = positions;
  if (position !== undefined && other !== undefined)
    return { kind: "reason", reason: `${position.kind} and ${other.kind} are both named, of which one can be counted` };
  if (kind !== null && position !== undefined && position.kind !== kind)
    return { kind: "reason", reason: `the kind is ${kind}, but a place for ${position.kind} is named` };
  return null;
}
