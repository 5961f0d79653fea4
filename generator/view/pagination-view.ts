/** An operation's pages: what its call carries of them, the type of its promise, and what its comment says. */
import { formatPointer } from "../document/json-pointer.js";
import type { Model, Operation } from "../model/model.js";
import type { InputPath, Pagination } from "../model/pagination.js";
import { type Code, type Expression, identifier, type LiteralValue, ts } from "./code.js";

/** The member `pages` of a call: only what the way of counting needs. */
export function pagesExpression(pagination: Pagination): Expression {
  const { kind, position, first, items, next, more, total, totalPages, credentials } = pagination;
  const isUsual = first === (kind === "page" ? 1 : 0);
  const members: readonly (readonly [string, LiteralValue | null])[] = [
    [kind, position && formatPointer(position)],
    ["first", isUsual ? null : first],
    ["items", formatPointer(items)],
    ["next", next?.kind === "data" ? formatPointer(next.path) : null],
    ["last", next?.kind === "last-item" ? formatPointer(next.path) : null],
    ["more", more && formatPointer(more)],
    ["total", total && formatPointer(total)],
    ["totalPages", totalPages && formatPointer(totalPages)],
    ["keep", credentials.length > 0 ? credentials : null],
  ];
  const present = members.flatMap(([key, value]) => (value === null ? [] : [[key, value] as const]));
  return ts`${Object.fromEntries<LiteralValue>(present)}`;
}

/** The lines of `src/paginate.ts`: following links is in it only where there are any. */
export function paginateExports({ operations }: Model): readonly Code[] {
  const kinds = operations.flatMap(({ pagination }) => pagination?.kind ?? []);
  if (kinds.length === 0) return [];
  const module = kinds.includes("link") ? "./runtime/paginate-links.js" : "./runtime/paginate.js";
  return [ts`export { paginate } from ${module};`, ts`export type { Page, Paginated } from ${"./runtime/pages.js"};`];
}

/** A paragraph on how to have all items; none where there are no pages. */
export function pagesDoc({ id, pagination }: Operation): readonly string[] {
  if (pagination === null) return [];
  const { items, size } = pagination;
  const what = items.length === 0 ? "the items of the list" : `the items of ${code(items)}`;
  const amount = size === null ? "" : `, ${code(size.slice(1))} a page`;
  return [`Pages: \`paginate(${identifier(id).text}, client, input)\` gives ${what}${amount}, ${wayOf(pagination)}.`];
}

/** By what the next page is asked for, and until when. */
function wayOf({ kind, position, first, next, more, total, totalPages }: Pagination): string {
  const field = position === null ? "" : code(position.slice(1));
  const end = total ?? totalPages ?? more;
  const until = end === null ? "" : `${end === more ? " as long as" : " until"} ${code(end)}`;
  if (kind === "page" || kind === "offset") {
    const from = first === (kind === "page" ? 1 : 0) ? "" : ` from ${first}`;
    return `by ${field}${from}${until}`;
  }
  if (next?.kind === "last-item") return `by the cursor ${field} from ${code(next.path)} of the last item${until}`;
  if (kind === "link") return next?.kind === "data" ? `by the URL in ${code(next.path)}` : "by the header `Link`";
  return `by the cursor ${field}${next?.kind === "data" ? ` from ${code(next.path)}` : ""}${until}`;
}

/** A code span; a backtick in the text would end it. */
function code(path: InputPath): string {
  return `\`${path.join(".").replaceAll("`", "").replace(/\s+/g, " ")}\``;
}
