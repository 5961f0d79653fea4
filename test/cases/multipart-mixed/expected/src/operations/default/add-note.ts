import type { Client, RequestOptions } from "../../client.js";
import { addNoteParts } from "../../forms/add-note.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { multipartBody } from "../../runtime/multipart-body.js";
import type { FileInput } from "../../runtime/multipart.js";
import type { Note } from "../../schemas/note.js";

/** The body of `addNote`. */
export interface AddNoteBody {
  metadata: Note;
  scan?: FileInput;
  comment?: string;
}

/** What `addNote` is called with. */
export interface AddNoteInput {
  readonly body: AddNoteBody;
}

/**
 * The 204 response of `addNote`.
 *
 * Added.
 */
export type AddNoteResponse = undefined;

/** The document describes no errors. */
export type AddNoteError = unknown;

/** The outcome of `addNote` as a value, by `ok` and `status`. */
export type AddNoteResult = Success<204, AddNoteResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `POST /notes`
 *
 * Input: `{ body: { metadata: Note; scan?: FileInput; comment?: string } }`
 */
export function addNote(
  client: Client,
  input: AddNoteInput,
  options?: RequestOptions,
): ApiPromise<AddNoteResponse, AddNoteResult> {
  return client.send(
    {
      operation: "addNote",
      method: "POST",
      path: "/notes",
      success: [204],
      encode: () => ({
        ...multipartBody(addNoteParts(input.body), 'multipart/related; type="application/json"'),
      }),
    },
    options,
  );
}
