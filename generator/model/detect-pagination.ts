/**
 * How an operation is paginated, by what its schemas show, as far as it was not said: a list that is the only one in
 * the response, and a typed field of the request that says which page is meant. `docs/pagination.md` has the rules.
 */
import type { PaginationKind } from "../document/pagination-rule.js";
import { firstPosition } from "./first-position.js";
import type { DataPath, NextPosition, Pagination, PaginationResult } from "./pagination.js";
import { type Field, hasMember, isList, isOfType, isUrl } from "./pagination-fields.js";
import {
  cursorNamesOfIds,
  isAboutPages,
  moreNames,
  nextNames,
  nextUrlNames,
  totalNames,
  totalPagesNames,
} from "./pagination-names.js";
import { isCursor, isPage, isPlain, isTime, offsetField, sizeField } from "./pagination-requests.js";
import type { SchemaTable } from "./schema-shape.js";

/** What there is to find pages in. */
export interface Sides {
  readonly request: readonly Field[];
  readonly response: readonly Field[];
  /** Whether the response has the header `Link`. */
  readonly hasLink: boolean;
  readonly credentials: readonly string[];
  readonly table: SchemaTable;
}

/** What was said already. */
export interface Said {
  readonly kind: PaginationKind | null;
  readonly position: Position | null;
  readonly first: number | null;
  readonly items: Field | null;
  readonly next: { readonly position: NextPosition; readonly isUrl: boolean } | null;
  readonly more: DataPath | null;
  readonly total: DataPath | null;
  readonly totalPages: DataPath | null;
}

export interface Position {
  readonly kind: Exclude<PaginationKind, "link">;
  readonly field: Field;
}

/** Of an operation that says nothing. */
export const nothingSaid: Said = {
  kind: null,
  position: null,
  first: null,
  items: null,
  next: null,
  more: null,
  total: null,
  totalPages: null,
};

/** Finds what was not said. */
export function detectPagination(all: Sides, said: Said): PaginationResult {
  const sides = { ...all, request: all.request.filter(isPlain) };
  const items = said.items ?? onlyList(sides.response);
  if (items === null) return lack("the response has no list, or more than one");
  const beside = besideItems(sides.response, items);
  const found = findKind(sides, said, items, beside);
  if (found === null) return lack("nothing in the request and the response says how the next page is asked for");
  const { kind, position, next } = found;
  const isCounted = kind === "page" || kind === "offset";
  const named = (names: ReadonlySet<string>, ...types: readonly string[]) =>
    beside.find((field) => names.has(field.words) && isOfType(field, ...types))?.path ?? null;
  const numbers = ["integer", "number"];
  const total = said.total ?? (isCounted ? named(totalNames, ...numbers) : null);
  const totalPages = said.totalPages ?? (kind === "page" && total === null ? named(totalPagesNames, ...numbers) : null);
  const hasMore = said.more ?? (kind === "link" ? null : named(moreNames, "boolean"));
  // One end is enough, and a number says more than what may be left out.
  const more = hasMore ?? (isCounted && (total ?? totalPages) === null ? nextPage(said, beside) : null);
  const size = sizeField(sides.request)?.path ?? null;
  const pagination: Pagination = {
    kind,
    position: position?.path ?? null,
    size,
    first: position !== null && isCounted ? (said.first ?? firstPosition(kind, position)) : 0,
    items: items.path,
    next,
    more,
    total,
    totalPages,
    credentials: kind === "link" ? sides.credentials : [],
  };
  return { pagination };
}

function lack(reason: string): PaginationResult {
  return { fault: { kind: "reason", reason } };
}

interface Found {
  readonly kind: PaginationKind;
  readonly position: Field | null;
  readonly next: NextPosition | null;
}

/** What says most comes first: a cursor that was given can be trusted more than one that is counted. */
const order: readonly PaginationKind[] = ["cursor", "link", "page", "offset"];

/** The first kind that what was said leaves open, and that the schemas show. */
function findKind(sides: Sides, said: Said, items: Field, beside: readonly Field[]): Found | null {
  const { position, next } = said;
  const ofNext = next?.isUrl === true ? "link" : next?.position.kind === "last-item" ? "cursor" : null;
  const own = said.kind ?? position?.kind ?? ofNext;
  const finders: Readonly<Record<PaginationKind, () => Found | null>> = {
    cursor: () => byCursor(sides, said, items, beside),
    link: () => byLink(sides, said, beside),
    page: () => byNumber("page", position?.field ?? sides.request.find(isPage)),
    offset: () => byNumber("offset", position?.field ?? offsetField(sides.request)),
  };
  for (const kind of own === null ? order : [own]) {
    const found = finders[kind]();
    if (found !== null) return found;
  }
  return null;
}

/** The only list, if it is the data itself, or stands one object deep in it at most. */
function onlyList(response: readonly Field[]): Field | null {
  const [only, ...others] = response.filter(isList);
  return only === undefined || others.length > 0 || only.path.length > 2 ? null : only;
}

/** Fields that are about the pages of this list: they stand beside it, or in objects that are about pages. */
function besideItems(response: readonly Field[], items: Field): readonly Field[] {
  return response.filter(
    ({ path, around }) =>
      path.length > 0 &&
      around.every(
        (words, index) => isAboutPages(words) || (index < items.path.length - 1 && path[index] === items.path[index]),
      ),
  );
}

/** A number that the request counts pages or items by. */
function byNumber(kind: "page" | "offset", position: Field | undefined): Found | null {
  return position === undefined ? null : { kind, position, next: null };
}

/** A cursor of the request, and the next one in the response. */
function byCursor(sides: Sides, said: Said, items: Field, beside: readonly Field[]): Found | null {
  // What comes after a time is filtered.
  const isFilter = (field: Field) => cursorNamesOfIds.has(field.words) && isTime(field);
  const found = sides.request.filter((field) => isCursor(field, beside) && !isFilter(field));
  const candidates = said.position === null ? found : [said.position.field];
  for (const position of candidates) {
    const next = said.next?.position ?? nextCursor(position, beside) ?? lastItem(position, items, beside, sides.table);
    if (next !== null) return { kind: "cursor", position, next };
  }
  return null;
}

/** Where the data has the next cursor: by a name that says so, else by that of the request. */
function nextCursor(position: Field, beside: readonly Field[]): NextPosition | null {
  const types = isOfType(position, "string") ? ["string"] : ["integer", "number"];
  const fits = beside.filter((field) => isOfType(field, ...types) && !isUrl(field));
  const wanted = [`next${position.words}`, ...nextNames];
  const named = wanted.map((words) => fits.find((field) => field.words === words)).find((field) => field !== undefined);
  const same = fits.find((field) => field.words === position.words);
  const next = fits.find(({ words, around }) => words === position.words && around.at(-1) === "next") ?? named ?? same;
  return next === undefined ? null : { kind: "data", path: next.path };
}

/** The id of the last item, where the response says whether there are more: as Stripe has it. */
function lastItem(position: Field, items: Field, beside: readonly Field[], table: SchemaTable): NextPosition | null {
  const hasMore = beside.some((field) => moreNames.has(field.words) && isOfType(field, "boolean"));
  if (!hasMore || !cursorNamesOfIds.has(position.words)) return null;
  const lastId = beside.find(({ words }) => words === "lastid");
  if (lastId !== undefined) return { kind: "data", path: lastId.path };
  return position.words === "startingafter" && hasMember(items, "id", table)
    ? { kind: "last-item", path: ["id"] }
    : null;
}

/** A URL in the data, or the header `Link`, where the request has something typed that it changes. */
function byLink(sides: Sides, { kind, next }: Said, beside: readonly Field[]): Found | null {
  const found = (position: NextPosition): Found => ({ kind: "link", position: null, next: position });
  const isSaid = kind === "link";
  if (next !== null) return next.isUrl || isSaid ? found(next.position) : null;
  const url = beside.find(isNextUrl);
  if (url !== undefined && (isSaid || sides.request.some((field) => isCursor(field, beside))))
    return found({ kind: "data", path: url.path });
  const isTyped = sides.request.some((field) => isPage(field) || isCursor(field, beside)) || offsetField(sides.request);
  return sides.hasLink && (isSaid || isTyped) ? found({ kind: "link-header" }) : null;
}

function isNextUrl(field: Field): boolean {
  const isNamed =
    nextUrlNames.has(field.words) || (field.around.at(-1) === "next" && ["href", "url"].includes(field.words));
  return isNamed && isOfType(field, "string") && isUrl(field);
}

/** Where the data has something of the next page that is null, or empty, where there is none. */
function nextPage({ next }: Said, beside: readonly Field[]): DataPath | null {
  if (next !== null) return next.position.kind === "data" ? next.position.path : null;
  return beside.find(({ words }) => nextUrlNames.has(words) || words === "nextoffset")?.path ?? null;
}
