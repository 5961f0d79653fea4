/** Page after page of an operation, asked for one at a time. */
import type { ApiPromise } from "./api-promise.js";
import type { CallOptions, Client } from "./client.js";
import type { LinkFollower, Page, Pages, Paginated } from "./pages.js";

type Operation<Data> = (client: Client, input: unknown, options?: CallOptions) => ApiPromise<Data>;
type Arguments = readonly [client: Client, input?: unknown, options?: CallOptions];

/**
 * The items and the pages of an operation.
 * @param operation a function of a client, an input and options, that gives the promise that the client gives
 * @param args what it is called with
 * @param followLinks for operations whose pages are linked
 */
export function iteratePages<Item, Data>(
  operation: unknown,
  args: readonly unknown[],
  followLinks?: (client: Client) => LinkFollower,
): Paginated<Item, Data> {
  // The compiler has held them against the operation's own types.
  const [client, input = {}, options] = args as Arguments;
  const pages = () => follow<Item, Data>(operation as Operation<Data>, client, input, options, followLinks?.(client));
  return {
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const { items } of pages()) yield* items;
    },
  };
}

async function* follow<Item, Data>(
  operation: Operation<Data>,
  client: Client,
  input: unknown,
  options: CallOptions | undefined,
  links: LinkFollower | undefined,
): AsyncGenerator<Page<Item, Data>, void, undefined> {
  let pages: Pages | undefined;
  const own: Client = {
    ...client,
    send(call, given) {
      pages = call.pages;
      if (!pages) throw new TypeError(`${call.operation} has no pages`);
      return (placeOf(pages) ? client : (links ?? client)).send(call, given);
    },
  };
  const seen = new Set<unknown>();
  let count = 0;
  let before: string | undefined;
  for (let isFirst = true; ; isFirst = false) {
    const { data, response } = await operation(own, input, options).withResponse();
    // The operation has made its call.
    const said = pages as Pages;
    const { page, cursor, first = page ? 1 : 0, last, next, more, total, totalPages } = said;
    const list = at(data, said.items);
    // The document says what the items are.
    const items = (Array.isArray(list) ? list : []) as readonly Item[];
    if (!isFirst && !items.length) return;
    const counted = page ?? said.offset;
    // A server that passes over the number gives the same page for ever.
    if (counted && !(more ?? total ?? totalPages) && before === (before = textOf(items))) return;
    yield { items, data, response };
    const hasMore = at(data, more);
    if (!items.length || (hasMore !== undefined && !hasMore)) return;
    const position = at(input, placeOf(said));
    const number = Number(position ?? first) - first;
    if (isFirst && counted) count = page ? number * items.length : number;
    count += items.length;
    if (isReached(count, at(data, total))) return;
    if (counted) {
      if (isReached(number + 1, at(data, totalPages))) return;
      input = put(input, namesOf(counted), number + first + (page ? 1 : items.length));
      continue;
    }
    const found = last === undefined ? at(data, next) : at(items.at(-1), last);
    if (!found && (cursor ?? next)) return;
    if (cursor) {
      if (seen.add(position).has(found)) return;
      input = put(input, namesOf(cursor), found);
    } else if (!links?.lead(found, response)) return;
  }
}

/** Where the position of a page stands in the input; undefined where links lead on. */
function placeOf({ page, offset, cursor }: Pages): string | undefined {
  return page ?? offset ?? cursor;
}

/** True where the number of all is known, and there are as many. */
function isReached(count: number, all: unknown): boolean {
  return Number(all) > 0 && count >= Number(all);
}

/** The names in a JSON pointer. https://www.rfc-editor.org/rfc/rfc6901 */
function namesOf(pointer: string): readonly string[] {
  const names = pointer.split("/").slice(1);
  return names.map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** What stands there; undefined where nothing does, and where no place is said. */
function at(value: unknown, pointer: string | undefined): unknown {
  return pointer === undefined ? undefined : namesOf(pointer).reduce((inner, name) => membersOf(inner)[name], value);
}

/** The value with another one there. */
function put(value: unknown, [name, ...rest]: readonly string[], leaf: unknown): unknown {
  if (name === undefined) return leaf;
  return { ...membersOf(value), [name]: put(membersOf(value)[name], rest, leaf) };
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return Object(value) as Readonly<Record<string, unknown>>;
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? String(inner) : inner));
}
