/** `paginate` for APIs whose pages are linked, some of them or all. */
import type { Client } from "./client.js";
import { followLinks } from "./follow-links.js";
import { iteratePages } from "./iterate-pages.js";
import type { ItemOf, PagedOperation, Paginated } from "./pages.js";

/**
 * Calls an operation again and again, with what leads to the next page, until there are no more: the page is empty, a
 * cursor is missing or comes again, or all items are there. Nothing is asked for before it is needed.
 * @param operation one whose comment speaks of pages
 * @param rest the input of the first page, and the options of each call
 */
export function paginate<Rest extends readonly unknown[], Data, Items>(
  operation: PagedOperation<Rest, Data, Items>,
  client: Client,
  ...rest: Rest
): Paginated<ItemOf<Data, Items>, Data> {
  return iteratePages(operation, client, rest, followLinks);
}
