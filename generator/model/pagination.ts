/** How an operation is paginated: what its document says, its schemas show, or the configuration decides. Types only. */
import type { PaginationKind, PaginationRule } from "../document/pagination-rule.js";

/** Names of properties, one inside the other, in the data of a response; empty for the data itself. */
export type DataPath = readonly string[];

/** A section of the input, `query` or `body`, and names inside of it. */
export type InputPath = readonly string[];

export interface Pagination {
  readonly kind: PaginationKind;
  /** Where the number of a page, an offset or a cursor is sent; null where a link leads on. */
  readonly position: InputPath | null;
  /** Where the size of a page is sent, or null. */
  readonly size: InputPath | null;
  /** The number of the first page, or the offset of the first item; 0 where nothing is counted. */
  readonly first: number;
  readonly items: DataPath;
  /** What leads to the next page, where that is a cursor or a link; else null. */
  readonly next: NextPosition | null;
  /** Where it is said whether there are more: nothing, `false` or an empty text there says that there are not. */
  readonly more: DataPath | null;
  readonly total: DataPath | null;
  readonly totalPages: DataPath | null;
  /** Query parameters that are credentials: a link does not say what they are. */
  readonly credentials: readonly string[];
}

export type NextPosition =
  /** The cursor, or the URL, stands in the data. */
  | { readonly kind: "data"; readonly path: DataPath }
  /** The cursor is a property of the last item. */
  | { readonly kind: "last-item"; readonly path: DataPath }
  /** The URL stands in the header `Link`. */
  | { readonly kind: "link-header" };

/** Why there are no pages. */
export type PaginationFault =
  /** A member of a rule names a place that does not exist. */
  | {
      readonly kind: "place";
      readonly key: string;
      readonly place: string;
      readonly where: string;
      readonly nearest: string | null;
    }
  | { readonly kind: "reason"; readonly reason: string };

export type PaginationResult = { readonly pagination: Pagination } | { readonly fault: PaginationFault };

/** What the configuration chooses. */
export interface PaginationOptions {
  /** Whether operations are looked at that say nothing of pages. */
  readonly detect: boolean;
  /** By operation: its operationId, or the name of its function. */
  readonly operations: Readonly<Record<string, PaginationRule | false>>;
}

/** Nothing is configured. */
export const defaultPagination: PaginationOptions = { detect: true, operations: {} };
