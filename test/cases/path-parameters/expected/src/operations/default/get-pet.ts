import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { headerParameter } from "../../runtime/header-parameter.js";
import { noBody } from "../../runtime/no-body.js";
import { pathSegment } from "../../runtime/path-parameter.js";
import { uriText } from "../../runtime/uri-text.js";

/** Path parameters of `getPet`. */
export interface GetPetPath {
  owner: number;
  pet: string;
}

/** Query parameters of `getPet`. */
export interface GetPetQuery {
  owner?: boolean;
}

/** Headers of `getPet`. */
export interface GetPetHeaders {
  owner?: string;
}

/** What `getPet` is called with. */
export interface GetPetInput {
  readonly path: GetPetPath;
  readonly query?: GetPetQuery;
  readonly headers?: GetPetHeaders;
}

/**
 * The 200 response of `getPet`.
 *
 * Pet.
 */
export type GetPetResponse = undefined;

/** The document describes no errors. */
export type GetPetError = unknown;

/** The outcome of `getPet` as a value, by `ok` and `status`. */
export type GetPetResult = Success<200, GetPetResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /owners/{owner}/pets/{pet}`
 *
 * Input: `{ path: { owner: number; pet: string }; query?: { owner?: boolean }; headers?: { owner?: string } }`
 */
export function getPet(
  client: Client,
  input: GetPetInput,
  options?: RequestOptions,
): ApiPromise<GetPetResponse, GetPetResult> {
  return client.send(
    {
      operation: "getPet",
      method: "GET",
      path: "/owners/{owner}/pets/{pet}",
      read: noBody,
      encode: () => {
        const query: GetPetQuery = input.query ?? {};
        let search = "";
        if (query.owner != null) search = search + "&owner=" + uriText(query.owner, "owner");
        return {
          path:
            "/owners/" +
            pathSegment(uriText(input.path.owner, "owner"), "owner") +
            "/pets/" +
            pathSegment(uriText(input.path.pet, "pet"), "pet"),
          query: search.slice(1),
          headers: { owner: headerParameter("owner", input.headers?.owner, false) },
        };
      },
    },
    options,
  );
}
