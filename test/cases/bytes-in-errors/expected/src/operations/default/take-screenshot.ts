import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { noBodyOf } from "../../runtime/no-body.js";
import { readBody } from "../../runtime/read-body.js";

/** What `takeScreenshot` is called with. */
export type TakeScreenshotInput = Record<string, never>;

/**
 * The 200 response of `takeScreenshot`.
 *
 * It was taken.
 */
export type TakeScreenshotResponse = undefined;

/**
 * The 404 response of `takeScreenshot`.
 *
 * Nothing is there to see.
 */
export type TakeScreenshotError = Blob;

/** The outcome of `takeScreenshot` as a value, by `ok` and `status`. */
export type TakeScreenshotResult =
  | Success<200, TakeScreenshotResponse>
  | Failure<404, TakeScreenshotError>
  | Failure<Exclude<ErrorStatus, 404>, unknown>
  | NotSent;

/** `GET /screenshot` */
export function takeScreenshot(
  client: Client,
  input: TakeScreenshotInput = {},
  options?: RequestOptions,
): ApiPromise<TakeScreenshotResponse, TakeScreenshotResult> {
  return client.send(
    {
      operation: "takeScreenshot",
      method: "GET",
      path: "/screenshot",
      accept: "image/png",
      read: noBodyOf([200], readBody),
    },
    options,
  );
}
