import type { Client, RequestOptions } from "../../client.js";
import type { ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import type { PagedPromise } from "../../runtime/pages.js";
import { uriText } from "../../runtime/uri-text.js";

/** Query parameters of `getRestMethodPhotosList`. */
export interface GetRestMethodPhotosListQuery {
  page?: number;
}

/** What `getRestMethodPhotosList` is called with. */
export interface GetRestMethodPhotosListInput {
  readonly query?: GetRestMethodPhotosListQuery;
}

/**
 * The 200 response of `getRestMethodPhotosList`.
 *
 * Photos.
 *
 * Inferred from the example of the 200 response, seen once: the document has no schema for it.
 */
export type GetRestMethodPhotosListResponse = number[];

/** The document describes no errors. */
export type GetRestMethodPhotosListError = unknown;

/** The outcome of `getRestMethodPhotosList` as a value, by `ok` and `status`. */
export type GetRestMethodPhotosListResult =
  Success<200, GetRestMethodPhotosListResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * Pages: `paginate(getRestMethodPhotosList, client, input)` gives the items of the list, by `page`.
 *
 * `GET /rest?method=photos.list`
 *
 * Input: `{ query?: { page?: number } }`
 *
 * Data: `number[]`
 */
export function getRestMethodPhotosList(
  client: Client,
  input: GetRestMethodPhotosListInput = {},
  options?: RequestOptions,
): PagedPromise<GetRestMethodPhotosListResponse, GetRestMethodPhotosListResult, []> {
  return client.send(
    {
      operation: "getRestMethodPhotosList",
      method: "GET",
      path: "/rest?method=photos.list",
      pages: { page: "/query/page", items: "" },
      encode: () => {
        const query: GetRestMethodPhotosListQuery = input.query ?? {};
        let search = "";
        if (query.page != null) search = search + "&page=" + uriText(query.page, "page");
        return {
          query: search.slice(1),
        };
      },
    },
    options,
  );
}
