import type { Client, RequestOptions } from "../../client.js";
import type { ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import type { PagedPromise } from "../../runtime/pages.js";

/** What `follow` is called with. */
export type FollowInput = Record<string, never>;

/**
 * The 200 response of `follow`.
 *
 * Found.
 */
export interface FollowResponse {
  hits?: string[];
  facets?: unknown[];
  at?: {
    "next.page"?: string;
  };
}

/** The document describes no errors. */
export type FollowError = unknown;

/** The outcome of `follow` as a value, by `ok` and `status`. */
export type FollowResult = Success<200, FollowResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * Pages: `paginate(follow, client, input)` gives the items of `hits`, by the header `Link`.
 *
 * `GET /follow`
 *
 * Data: `{ hits?: string[]; facets?: unknown[]; at?: { … } }`
 */
export function follow(
  client: Client,
  input: FollowInput = {},
  options?: RequestOptions,
): PagedPromise<FollowResponse, FollowResult, ["hits"]> {
  return client.send(
    {
      operation: "follow",
      method: "GET",
      path: "/follow",
      pages: { items: "/hits" },
    },
    options,
  );
}
