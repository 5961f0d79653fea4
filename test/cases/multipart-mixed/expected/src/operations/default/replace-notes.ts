import type { Client, RequestOptions } from "../../client.js";
import { replaceNotesParts } from "../../forms/replace-notes.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { jsonText } from "../../runtime/json-text.js";
import { multipartBody } from "../../runtime/multipart-body.js";
import type { Note } from "../../schemas/note.js";

/** The body of `replaceNotes`. */
export type ReplaceNotesBody = Note;

/** The body of `replaceNotes` as `multipart/mixed`. */
export interface ReplaceNotesBodyMultipart {
  note?: Note;
  tag?: string;
}

/** What `replaceNotes` is called with. */
export type ReplaceNotesInput =
  | {
      readonly contentType?: "application/json";
      readonly body?: ReplaceNotesBody;
    }
  | {
      readonly contentType: "multipart/mixed";
      readonly body?: ReplaceNotesBodyMultipart;
    };

/**
 * The 204 response of `replaceNotes`.
 *
 * Replaced.
 */
export type ReplaceNotesResponse = undefined;

/** The document describes no errors. */
export type ReplaceNotesError = unknown;

/** The outcome of `replaceNotes` as a value, by `ok` and `status`. */
export type ReplaceNotesResult = Success<204, ReplaceNotesResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `PUT /notes`
 *
 * Input: `{ body?: { title: string } }`
 */
export function replaceNotes(
  client: Client,
  input: ReplaceNotesInput = {},
  options?: RequestOptions,
): ApiPromise<ReplaceNotesResponse, ReplaceNotesResult> {
  return client.send(
    {
      operation: "replaceNotes",
      method: "PUT",
      path: "/notes",
      contentType: "application/json",
      success: [204],
      encode: () => ({
        ...(input.contentType === "multipart/mixed"
          ? input.body !== undefined && multipartBody(replaceNotesParts(input.body), "multipart/mixed")
          : {
              contentType: input.contentType,
              body: input.body === undefined ? undefined : jsonText(input.body, "body"),
            }),
      }),
    },
    options,
  );
}
