import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { jsonText } from "../../runtime/json-text.js";
import { readBody } from "../../runtime/read-body.js";

/** The body of `addEntity`. */
export interface AddEntityBody {
  id?: number;
}

/** What `addEntity` is called with. */
export interface AddEntityInput {
  readonly body?: AddEntityBody;
}

/**
 * The 200 response of `addEntity`.
 *
 * Text.
 */
export type AddEntityResponse200 = string;

/**
 * The 201 response of `addEntity`.
 *
 * Nobody knows.
 */
export type AddEntityResponse201 = boolean;

/** What `addEntity` answers. */
export type AddEntityResponse = AddEntityResponse200 | AddEntityResponse201;

/**
 * The 400 response of `addEntity`.
 *
 * Two in one.
 */
export type AddEntityError = string;

/** The outcome of `addEntity` as a value, by `ok` and `status`. */
export type AddEntityResult =
  | Success<200, AddEntityResponse200>
  | Success<201, AddEntityResponse201>
  | Failure<400, AddEntityError>
  | Failure<Exclude<ErrorStatus, 400>, unknown>
  | NotSent;

/**
 * `POST /entity`
 *
 * Input: `{ body?: { id?: number } }`
 *
 * Data: `string | boolean`
 */
export function addEntity(
  client: Client,
  input: AddEntityInput = {},
  options?: RequestOptions,
): ApiPromise<AddEntityResponse, AddEntityResult> {
  return client.send(
    {
      operation: "addEntity",
      method: "POST",
      path: "/entity",
      accept: "application/json, text/plain;q=0.9, text/csv;q=0.8",
      contentType: "application/json",
      success: [200, 201],
      read: readBody,
      encode: () => ({
        body: input.body === undefined ? undefined : jsonText(input.body, "body"),
      }),
    },
    options,
  );
}
