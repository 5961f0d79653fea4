import type { Client, RequestOptions } from "../../client.js";
import type {
  ApiPromise,
  ClientErrorStatus,
  ErrorStatus,
  Failure,
  NotSent,
  Success,
  SuccessStatus,
} from "../../runtime/api-promise.js";
import { parseInt64 } from "../../runtime/int64-json.js";
import { mediaTypeParser } from "../../runtime/media-type-parser.js";
import { readBody } from "../../runtime/read-body.js";
import type { Long } from "../../schemas/long.js";
import type { Short } from "../../schemas/short.js";
import { shapeOfLong } from "../../shapes/long.js";

/** What `addCounter` is called with. */
export type AddCounterInput = Record<string, never>;

/** The 201 response of `addCounter` as `application/json`. */
export type AddCounterResponse201Json = Long;

/** The 201 response of `addCounter` as `application/vnd.b+json`. */
export type AddCounterResponse201VndBJson = Short;

/**
 * The 201 response of `addCounter`.
 *
 * One or the other.
 */
export type AddCounterResponse201 = AddCounterResponse201Json | AddCounterResponse201VndBJson;

/**
 * The 202 response of `addCounter`.
 *
 * Short.
 */
export type AddCounterResponse202 = Short;

/**
 * The 2XX response of `addCounter`.
 *
 * Alike in both.
 */
export type AddCounterResponse2XX = Long;

/** What `addCounter` answers. */
export type AddCounterResponse = AddCounterResponse201 | AddCounterResponse202 | AddCounterResponse2XX;

/** The 4XX response of `addCounter` as `application/problem+json`. */
export type AddCounterError4XXProblemJson = Short;

/** The 4XX response of `addCounter` as `application/*+json`. */
export type AddCounterError4XXAnyJson = Long;

/**
 * The 4XX response of `addCounter`.
 *
 * Only beside the preferred one; a range of media types.
 */
export type AddCounterError4XX = AddCounterError4XXProblemJson | AddCounterError4XXAnyJson;

/** The default response of `addCounter` as `application/json`. */
export type AddCounterErrorDefaultJson = Long[];

/** The default response of `addCounter` as `application/problem+json`. */
export type AddCounterErrorDefaultProblemJson = Long;

/**
 * The default response of `addCounter`.
 *
 * A list.
 */
export type AddCounterErrorDefault = AddCounterErrorDefaultJson | AddCounterErrorDefaultProblemJson;

/** The error bodies of `addCounter`. */
export type AddCounterError = AddCounterError4XX | AddCounterErrorDefault;

/** The outcome of `addCounter` as a value, by `ok` and `status`. */
export type AddCounterResult =
  | Success<201, AddCounterResponse201>
  | Success<202, AddCounterResponse202>
  | Success<Exclude<SuccessStatus, 201 | 202>, AddCounterResponse2XX>
  | Failure<ClientErrorStatus, AddCounterError4XX>
  | Failure<Exclude<ErrorStatus, ClientErrorStatus>, AddCounterErrorDefault>
  | NotSent;

/**
 * `POST /counters`
 *
 * Data: `{ n: bigint } | { n: number }`
 */
export function addCounter(
  client: Client,
  input: AddCounterInput = {},
  options?: RequestOptions,
): ApiPromise<AddCounterResponse, AddCounterResult> {
  return client.send(
    {
      operation: "addCounter",
      method: "POST",
      path: "/counters",
      accept:
        "application/json, application/vnd.b+json;q=0.9, text/json;q=0.8, application/problem+json;q=0.7, application/*+json;q=0.6",
      success: [],
      read: readBody,
      parse: mediaTypeParser(parseInt64, {
        201: shapeOfLong,
        "201 application/vnd.b+json": null,
        202: null,
        "2XX": shapeOfLong,
        "4XX": null,
        "4XX application/problem+json": null,
        "4XX application/*+json": shapeOfLong,
        default: { items: shapeOfLong },
        "default application/problem+json": shapeOfLong,
      }),
    },
    options,
  );
}
