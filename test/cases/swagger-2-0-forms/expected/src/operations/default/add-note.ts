import type { Client, RequestOptions } from "../../client.js";
import { addNoteParts, encodeAddNoteForm } from "../../forms/add-note.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { itemText } from "../../runtime/item-text.js";
import { multipartBody } from "../../runtime/multipart-body.js";
import { noBody } from "../../runtime/no-body.js";
import { listOf } from "../../runtime/structure.js";
import { uriText } from "../../runtime/uri-text.js";

/** Query parameters of `addNote`. */
export interface AddNoteQuery {
  sort?: ("age" | "name")[];
}

/** The body of `addNote`. */
export interface AddNoteBody {
  /** What to remember. */
  text: string;
  /**
   * Value: 1 to 5
   *
   * @default 3
   */
  stars?: number;
  tags?: string[];
  ids?: number[];
  near?: number[];
}

/** The body of `addNote` as `multipart/form-data`. */
export type AddNoteBodyMultipart = AddNoteBody;

/** What `addNote` is called with. */
export type AddNoteInput =
  | {
      readonly query?: AddNoteQuery;
      readonly contentType?: "application/x-www-form-urlencoded";
      readonly body: AddNoteBody;
    }
  | {
      readonly query?: AddNoteQuery;
      readonly contentType: "multipart/form-data";
      readonly body: AddNoteBodyMultipart;
    };

/**
 * The 201 response of `addNote`.
 *
 * Added.
 */
export type AddNoteResponse = undefined;

/** The document describes no errors. */
export type AddNoteError = unknown;

/** The outcome of `addNote` as a value, by `ok` and `status`. */
export type AddNoteResult = Success<201, AddNoteResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `POST /notes`
 *
 * Input: `{ query?: { sort?: ("age" | "name")[] }; body: { text: string; stars?: number; tags?: string[]; ids?: number[]; near?: number[] } }`
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
      contentType: "application/x-www-form-urlencoded",
      success: [201],
      read: noBody,
      encode: () => {
        const query: AddNoteQuery = input.query ?? {};
        let search = "";
        if (query.sort != null) {
          let text = "";
          for (const item of listOf(query.sort, "sort"))
            if (item != null) text += "%20" + uriText(itemText(item, " ", "sort[]"), "sort[]");
          if (text !== "") search = search + "&sort=" + text.slice(3);
        }
        return {
          query: search.slice(1),
          ...(input.contentType === "multipart/form-data"
            ? multipartBody(addNoteParts(input.body))
            : { contentType: input.contentType, body: encodeAddNoteForm(input.body) }),
        };
      },
    },
    options,
  );
}
