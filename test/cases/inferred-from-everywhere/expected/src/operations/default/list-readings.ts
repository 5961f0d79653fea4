import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { dateOnly } from "../../runtime/scalar-text.js";
import { uriText } from "../../runtime/uri-text.js";

/** Query parameters of `listReadings`. */
export interface ListReadingsQuery {
  /** Format: `date` */
  at?: string;
}

/** What `listReadings` is called with. */
export interface ListReadingsInput {
  readonly query?: ListReadingsQuery;
}

/**
 * The 200 response of `listReadings`.
 *
 * Several examples, two of them elsewhere.
 *
 * Inferred from the 3 examples of the 200 response: the document has no schema for it.
 */
export interface ListReadingsResponse {
  total: number;
  items: {
    id: number;
    value: number;
    note?: string;
  }[];
  /** Seen once. */
  place: {
    name: string;
  } | null;
}

/**
 * The 404 response of `listReadings`.
 *
 * Given as text.
 *
 * Inferred from the example of the 404 response, seen once: the document has no schema for it.
 */
export interface ListReadingsError {
  code: number;
  reason: string;
}

/** The outcome of `listReadings` as a value, by `ok` and `status`. */
export type ListReadingsResult =
  | Success<200, ListReadingsResponse>
  | Failure<404, ListReadingsError>
  | Failure<Exclude<ErrorStatus, 404>, unknown>
  | NotSent;

/**
 * `GET /readings`
 *
 * Input: `{ query?: { at?: string } }`
 *
 * Data: `{ total: number; items: { … }[]; place: { … } }`
 */
export function listReadings(
  client: Client,
  input: ListReadingsInput = {},
  options?: RequestOptions,
): ApiPromise<ListReadingsResponse, ListReadingsResult> {
  return client.send(
    {
      operation: "listReadings",
      method: "GET",
      path: "/readings",
      encode: () => {
        const query: ListReadingsQuery = input.query ?? {};
        let search = "";
        if (query.at != null) search = search + "&at=" + uriText(dateOnly(query.at, "at"), "at");
        return {
          query: search.slice(1),
        };
      },
    },
    options,
  );
}
