import type { Client, RequestOptions } from "../../client.js";
import { addNoteParts, encodeAddNoteForm } from "../../forms/add-note.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { jsonText } from "../../runtime/json-text.js";
import { multipartBody } from "../../runtime/multipart-body.js";
import type { FileInput } from "../../runtime/multipart.js";
import { pathSegment } from "../../runtime/path-parameter.js";
import { rawBody } from "../../runtime/raw-body.js";
import { uriText } from "../../runtime/uri-text.js";
import type { Note } from "../../schemas/note.js";

/** Path parameters of `addNote`. */
export interface AddNotePath {
  folder: string;
}

/** The body of `addNote`. */
export type AddNoteBody = Note;

/** The body of `addNote`, sent as it is: `application/xml`. */
export type AddNoteBodyXml = string | Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array>;

/** The body of `addNote` as `multipart/form-data`. */
export interface AddNoteBodyMultipart {
  title?: string;
  scan?: FileInput;
}

/** The body of `addNote` as `application/x-www-form-urlencoded`. */
export type AddNoteBodyForm = AddNoteBody;

/** The body of `addNote`, sent as it is: `application/pdf` or `image/png`. */
export type AddNoteBodyBinary = string | Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array>;

/** What `addNote` is called with. */
export type AddNoteInput =
  | {
      readonly path: AddNotePath;
      readonly contentType?: "application/json";
      /** The note. */
      readonly body: AddNoteBody;
    }
  | {
      readonly path: AddNotePath;
      readonly contentType: "application/xml";
      /** The note. */
      readonly body: AddNoteBodyXml;
    }
  | {
      readonly path: AddNotePath;
      readonly contentType: "multipart/form-data";
      /** The note. */
      readonly body: AddNoteBodyMultipart;
    }
  | {
      readonly path: AddNotePath;
      readonly contentType: "application/x-www-form-urlencoded";
      /** The note. */
      readonly body: AddNoteBodyForm;
    }
  | {
      readonly path: AddNotePath;
      readonly contentType: "application/pdf";
      /** The note. */
      readonly body: AddNoteBodyBinary;
    }
  | {
      readonly path: AddNotePath;
      readonly contentType: "image/png";
      /** The note. */
      readonly body: AddNoteBodyBinary;
    };

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
 * `POST /folders/{folder}/notes`
 *
 * Input: `{ path: { folder: string }; body: { title: string; tags?: string[] } }`
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
      path: "/folders/{folder}/notes",
      contentType: "application/json",
      success: [204],
      encode: () => ({
        path: "/folders/" + pathSegment(uriText(input.path.folder, "folder"), "folder") + "/notes",
        ...(input.contentType === "application/xml" ||
        input.contentType === "application/pdf" ||
        input.contentType === "image/png"
          ? { contentType: input.contentType, body: rawBody(input.body, "body") }
          : input.contentType === "multipart/form-data"
            ? multipartBody(addNoteParts(input.body))
            : input.contentType === "application/x-www-form-urlencoded"
              ? { contentType: input.contentType, body: encodeAddNoteForm(input.body) }
              : { contentType: input.contentType, body: jsonText(input.body, "body") }),
      }),
    },
    options,
  );
}
