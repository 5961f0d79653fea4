import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { multipartContent } from "../../runtime/multipart-content.js";
import { rawBody } from "../../runtime/raw-body.js";

/** The body of `patchNotes`, sent as it is: `text/plain`. */
export type PatchNotesBody = string | Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array>;

/**
 * The body of `patchNotes`, sent as it is: `multipart/mixed`.
 *
 * `type` is its media type, with the boundary.
 */
export type PatchNotesBodyMultipart = {
  readonly data: string | Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array>;
  readonly type: string;
};

/** What `patchNotes` is called with. */
export type PatchNotesInput =
  | {
      readonly contentType?: "text/plain";
      readonly body: PatchNotesBody;
    }
  | {
      readonly contentType: "multipart/mixed";
      readonly body: PatchNotesBodyMultipart;
    };

/**
 * The 204 response of `patchNotes`.
 *
 * Patched.
 */
export type PatchNotesResponse = undefined;

/** The document describes no errors. */
export type PatchNotesError = unknown;

/** The outcome of `patchNotes` as a value, by `ok` and `status`. */
export type PatchNotesResult = Success<204, PatchNotesResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `PATCH /notes`
 *
 * Input: `{ body: string | Blob | … }`
 */
export function patchNotes(
  client: Client,
  input: PatchNotesInput,
  options?: RequestOptions,
): ApiPromise<PatchNotesResponse, PatchNotesResult> {
  return client.send(
    {
      operation: "patchNotes",
      method: "PATCH",
      path: "/notes",
      contentType: "text/plain",
      success: [204],
      encode: () => ({
        ...(input.contentType === "multipart/mixed"
          ? multipartContent(input.body, "multipart/mixed", "body")
          : { contentType: input.contentType, body: rawBody(input.body, "body") }),
      }),
    },
    options,
  );
}
