import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { readBody } from "../../runtime/read-body.js";
import type { Feed } from "../../schemas/feed.js";

/** What `readFeed` is called with. */
export type ReadFeedInput = Record<string, never>;

/**
 * The 200 response of `readFeed`.
 *
 * The feed.
 */
export type ReadFeedResponse = string;

/** The 404 response of `readFeed` as `application/json`. */
export type ReadFeedErrorJson = Feed;

/**
 * The 404 response of `readFeed`.
 *
 * JSON is preferred, so that nothing is lost.
 */
export type ReadFeedError = ReadFeedErrorJson | string;

/** The outcome of `readFeed` as a value, by `ok` and `status`. */
export type ReadFeedResult =
  Success<200, ReadFeedResponse> | Failure<404, ReadFeedError> | Failure<Exclude<ErrorStatus, 404>, unknown> | NotSent;

/**
 * `GET /feed`
 *
 * Data: `string`
 */
export function readFeed(
  client: Client,
  input: ReadFeedInput = {},
  options?: RequestOptions,
): ApiPromise<ReadFeedResponse, ReadFeedResult> {
  return client.send(
    {
      operation: "readFeed",
      method: "GET",
      path: "/feed",
      accept: "application/atom+xml, application/json;q=0.9, application/xml;q=0.8",
      read: readBody,
    },
    options,
  );
}
