import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { jsonText } from "../../runtime/json-text.js";
import { rawBody } from "../../runtime/raw-body.js";
import { listOf } from "../../runtime/structure.js";
import type { Entry } from "../../schemas/entry.js";

/** The body of `replaceEntries`, sent as it is: `text/event-stream`. */
export type ReplaceEntriesBody = string | Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array>;

/** The body of `replaceEntries`: values that are sent one after the other, as `application/json-seq`. */
export type ReplaceEntriesBodyJsonSeq = Entry[];

/** What `replaceEntries` is called with. */
export type ReplaceEntriesInput =
  | {
      readonly contentType?: "text/event-stream";
      readonly body?: ReplaceEntriesBody;
    }
  | {
      readonly contentType: "application/json-seq";
      readonly body?: ReplaceEntriesBodyJsonSeq;
    };

/**
 * The 204 response of `replaceEntries`.
 *
 * Replaced.
 */
export type ReplaceEntriesResponse = undefined;

/** The document describes no errors. */
export type ReplaceEntriesError = unknown;

/** The outcome of `replaceEntries` as a value, by `ok` and `status`. */
export type ReplaceEntriesResult = Success<204, ReplaceEntriesResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `PUT /entries`
 *
 * Input: `{ body?: string | Blob | … }`
 */
export function replaceEntries(
  client: Client,
  input: ReplaceEntriesInput = {},
  options?: RequestOptions,
): ApiPromise<ReplaceEntriesResponse, ReplaceEntriesResult> {
  return client.send(
    {
      operation: "replaceEntries",
      method: "PUT",
      path: "/entries",
      contentType: "text/event-stream",
      success: [204],
      encode: () => ({
        contentType: input.contentType,
        body:
          input.contentType === "application/json-seq"
            ? input.body === undefined
              ? undefined
              : listOf(input.body, "body")
                  .map((item) => "\u001e" + jsonText(item, "body[]", { day: true }) + "\n")
                  .join("")
            : input.body === undefined
              ? undefined
              : rawBody(input.body, "body"),
      }),
    },
    options,
  );
}
