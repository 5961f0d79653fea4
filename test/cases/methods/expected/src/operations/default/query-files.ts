import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { jsonText } from "../../runtime/json-text.js";
import { noBody } from "../../runtime/no-body.js";

/** The body of `queryFiles`. */
export type QueryFilesBody = string;

/** What `queryFiles` is called with. */
export interface QueryFilesInput {
  readonly body: QueryFilesBody;
}

/**
 * The 200 response of `queryFiles`.
 *
 * Found.
 */
export type QueryFilesResponse = undefined;

/** The document describes no errors. */
export type QueryFilesError = unknown;

/** The outcome of `queryFiles` as a value, by `ok` and `status`. */
export type QueryFilesResult = Success<200, QueryFilesResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `QUERY /files`
 *
 * Input: `{ body: string }`
 */
export function queryFiles(
  client: Client,
  input: QueryFilesInput,
  options?: RequestOptions,
): ApiPromise<QueryFilesResponse, QueryFilesResult> {
  return client.send(
    {
      operation: "queryFiles",
      method: "QUERY",
      path: "/files",
      contentType: "application/json",
      read: noBody,
      encode: () => ({
        body: jsonText(input.body, "body"),
      }),
    },
    options,
  );
}
