import type { Client, RequestOptions } from "../../client.js";
import { encodeListForm } from "../../forms/list.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { noBody } from "../../runtime/no-body.js";

/** The body of `list`. */
export interface ListBody {
  /** Left out, the client fills it in: its credential `key`. */
  api_key?: string;
  page_size?: number;
}

/** What `list` is called with. */
export interface ListInput {
  readonly body?: ListBody;
}

/**
 * The 200 response of `list`.
 *
 * Done.
 */
export type ListResponse = undefined;

/** The document describes no errors. */
export type ListError = unknown;

/** The outcome of `list` as a value, by `ok` and `status`. */
export type ListResult = Success<200, ListResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `POST /list`
 *
 * Input: `{ body?: { api_key?: string; page_size?: number } }`
 */
export function list(
  client: Client,
  input: ListInput = {},
  options?: RequestOptions,
): ApiPromise<ListResponse, ListResult> {
  return client.send(
    {
      operation: "list",
      method: "POST",
      path: "/list",
      security: [["key"]],
      contentType: "application/x-www-form-urlencoded",
      read: noBody,
      encode: () => ({
        body: input.body === undefined ? "" : encodeListForm(input.body),
        given: { key: input.body?.api_key },
      }),
    },
    options,
  );
}
