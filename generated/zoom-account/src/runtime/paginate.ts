/** `paginate` for APIs whose pages are counted, or have cursors. */
import { iteratePages } from "./iterate-pages.js";
import type { DataOf, ItemOf, Paginated, Paging } from "./pages.js";

/**
 * Calls an operation again and again, with what leads to the next page, until there are no more: the page is empty, a
 * cursor is missing or comes again, or all items are there. Nothing is asked for before it is needed.
 * @param operation one whose comment speaks of pages
 * @param args the client, the input of the first page, and the options of each call
 */
export function paginate<Args extends readonly unknown[], Promised>(
  operation: Paging<Args, Promised>,
  ...args: Args
): Paginated<ItemOf<Promised>, DataOf<Promised>> {
  return iteratePages(operation, args);
}
