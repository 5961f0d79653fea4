import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { jsonText } from "../../runtime/json-text.js";
import { listOf } from "../../runtime/structure.js";
import type { Entry } from "../../schemas/entry.js";

/** The body of `addEntries`: values that are sent one after the other, as `application/x-ndjson` or `application/jsonl`. */
export type AddEntriesBody = Entry[];

/** What `addEntries` is called with. */
export interface AddEntriesInput {
  readonly contentType?: "application/x-ndjson" | "application/jsonl";
  readonly body: AddEntriesBody;
}

/**
 * The 204 response of `addEntries`.
 *
 * Added.
 */
export type AddEntriesResponse = undefined;

/** The document describes no errors. */
export type AddEntriesError = unknown;

/** The outcome of `addEntries` as a value, by `ok` and `status`. */
export type AddEntriesResult = Success<204, AddEntriesResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `POST /entries`
 *
 * Input: `{ body: Entry[][] }`
 */
export function addEntries(
  client: Client,
  input: AddEntriesInput,
  options?: RequestOptions,
): ApiPromise<AddEntriesResponse, AddEntriesResult> {
  return client.send(
    {
      operation: "addEntries",
      method: "POST",
      path: "/entries",
      contentType: "application/x-ndjson",
      success: [204],
      encode: () => ({
        contentType: input.contentType,
        body: listOf(input.body, "body")
          .map((item) => jsonText(item, "body[]", { day: true }) + "\n")
          .join(""),
      }),
    },
    options,
  );
}
