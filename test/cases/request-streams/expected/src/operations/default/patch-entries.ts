import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { rawBody } from "../../runtime/raw-body.js";

/** The body of `patchEntries`, sent as it is: `application/x-ndjson`. */
export type PatchEntriesBody = string | Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array>;

/** What `patchEntries` is called with. */
export interface PatchEntriesInput {
  readonly body: PatchEntriesBody;
}

/**
 * The 204 response of `patchEntries`.
 *
 * Patched.
 */
export type PatchEntriesResponse = undefined;

/** The document describes no errors. */
export type PatchEntriesError = unknown;

/** The outcome of `patchEntries` as a value, by `ok` and `status`. */
export type PatchEntriesResult = Success<204, PatchEntriesResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `PATCH /entries`
 *
 * Input: `{ body: string | Blob | … }`
 */
export function patchEntries(
  client: Client,
  input: PatchEntriesInput,
  options?: RequestOptions,
): ApiPromise<PatchEntriesResponse, PatchEntriesResult> {
  return client.send(
    {
      operation: "patchEntries",
      method: "PATCH",
      path: "/entries",
      contentType: "application/x-ndjson",
      success: [204],
      encode: () => ({
        body: rawBody(input.body, "body"),
      }),
    },
    options,
  );
}
