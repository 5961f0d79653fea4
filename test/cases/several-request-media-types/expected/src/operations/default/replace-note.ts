import type { Client, RequestOptions } from "../../client.js";
import { encodeReplaceNoteForm } from "../../forms/replace-note.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { pathSegment } from "../../runtime/path-parameter.js";
import { rawBody } from "../../runtime/raw-body.js";
import { uriText } from "../../runtime/uri-text.js";

/** Path parameters of `replaceNote`. */
export interface ReplaceNotePath {
  id: string;
}

/** The body of `replaceNote`. */
export interface ReplaceNoteBody {
  title?: string;
}

/** The body of `replaceNote`, sent as it is: `text/plain`. */
export type ReplaceNoteBodyText = string | Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array>;

/** What `replaceNote` is called with. */
export type ReplaceNoteInput =
  | {
      readonly path: ReplaceNotePath;
      readonly contentType?: "application/x-www-form-urlencoded";
      readonly body?: ReplaceNoteBody;
    }
  | {
      readonly path: ReplaceNotePath;
      readonly contentType: "text/plain";
      readonly body?: ReplaceNoteBodyText;
    };

/**
 * The 204 response of `replaceNote`.
 *
 * Replaced.
 */
export type ReplaceNoteResponse = undefined;

/** The document describes no errors. */
export type ReplaceNoteError = unknown;

/** The outcome of `replaceNote` as a value, by `ok` and `status`. */
export type ReplaceNoteResult = Success<204, ReplaceNoteResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `PUT /notes/{id}`
 *
 * Input: `{ path: { id: string }; body?: { title?: string } }`
 */
export function replaceNote(
  client: Client,
  input: ReplaceNoteInput,
  options?: RequestOptions,
): ApiPromise<ReplaceNoteResponse, ReplaceNoteResult> {
  return client.send(
    {
      operation: "replaceNote",
      method: "PUT",
      path: "/notes/{id}",
      contentType: "application/x-www-form-urlencoded",
      success: [204],
      encode: () => ({
        path: "/notes/" + pathSegment(uriText(input.path.id, "id"), "id"),
        contentType: input.contentType,
        body:
          input.contentType === "text/plain"
            ? input.body === undefined
              ? undefined
              : rawBody(input.body, "body")
            : input.body === undefined
              ? ""
              : encodeReplaceNoteForm(input.body),
      }),
    },
    options,
  );
}
