import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { dateOnly } from "../../runtime/scalar-text.js";
import { uriText } from "../../runtime/uri-text.js";

/** Query parameters of `listFiles`. */
export interface ListFilesQuery {
  mode?: "0644" | "0755";
  /** Format: `date` */
  since?: string;
  country?: "NO" | "SE";
  /** @default false */
  hidden: boolean;
}

/** What `listFiles` is called with. */
export interface ListFilesInput {
  readonly query: ListFilesQuery;
}

/**
 * The 204 response of `listFiles`.
 *
 * Done.
 */
export type ListFilesResponse = undefined;

/** The document describes no errors. */
export type ListFilesError = unknown;

/** The outcome of `listFiles` as a value, by `ok` and `status`. */
export type ListFilesResult = Success<204, ListFilesResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /files`
 *
 * Input: `{ query: { hidden: boolean; mode?: "0644" | "0755"; since?: string; country?: "NO" | "SE" } }`
 */
export function listFiles(
  client: Client,
  input: ListFilesInput,
  options?: RequestOptions,
): ApiPromise<ListFilesResponse, ListFilesResult> {
  return client.send(
    {
      operation: "listFiles",
      method: "GET",
      path: "/files",
      success: [204],
      encode: () => {
        let search = "";
        if (input.query.mode != null) search = search + "&mode=" + uriText(input.query.mode, "mode");
        if (input.query.since != null)
          search = search + "&since=" + uriText(dateOnly(input.query.since, "since"), "since");
        if (input.query.country != null) search = search + "&country=" + uriText(input.query.country, "country");
        if (input.query.hidden != null) search = search + "&hidden=" + uriText(input.query.hidden, "hidden");
        return {
          query: search.slice(1),
        };
      },
    },
    options,
  );
}
