import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { noBody } from "../../runtime/no-body.js";
import { pathSegment } from "../../runtime/path-parameter.js";
import { listOf } from "../../runtime/structure.js";
import { uriText } from "../../runtime/uri-text.js";

/** Path parameters of `getThing`. */
export interface GetThingPath {
  id: string;
}

/** Query parameters of `getThing`. */
export interface GetThingQuery {
  deep?: string[];
}

/** What `getThing` is called with. */
export interface GetThingInput {
  readonly path: GetThingPath;
  readonly query?: GetThingQuery;
}

/**
 * The 200 response of `getThing`.
 *
 * Thing.
 */
export type GetThingResponse = undefined;

/** The document describes no errors. */
export type GetThingError = unknown;

/** The outcome of `getThing` as a value, by `ok` and `status`. */
export type GetThingResult = Success<200, GetThingResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /things/{id}`
 *
 * Input: `{ path: { id: string }; query?: { deep?: string[] } }`
 */
export function getThing(
  client: Client,
  input: GetThingInput,
  options?: RequestOptions,
): ApiPromise<GetThingResponse, GetThingResult> {
  return client.send(
    {
      operation: "getThing",
      method: "GET",
      path: "/things/{id}",
      read: noBody,
      encode: () => {
        const query: GetThingQuery = input.query ?? {};
        let search = "";
        if (query.deep != null) {
          const deep = listOf(query.deep, "deep");
          for (let i = 0; i < deep.length; i++) {
            const item = deep[i];
            if (item != null) search = search + "&deep%5B" + i + "%5D=" + uriText(item, "deep[]");
          }
        }
        return {
          path: "/things/" + pathSegment(uriText(input.path.id, "id"), "id"),
          query: search.slice(1),
        };
      },
    },
    options,
  );
}
