import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { headerParameter } from "../../runtime/header-parameter.js";
import { noBody } from "../../runtime/no-body.js";
import { uriText } from "../../runtime/uri-text.js";

/** Headers of `secured`. */
export interface SecuredHeaders {
  "x-id"?: number;
}

/** Cookies of `secured`. */
export interface SecuredCookies {
  session?: string;
}

/** What `secured` is called with. */
export interface SecuredInput {
  readonly headers?: SecuredHeaders;
  readonly cookies?: SecuredCookies;
}

/**
 * The 200 response of `secured`.
 *
 * Done.
 */
export type SecuredResponse = undefined;

/** The document describes no errors. */
export type SecuredError = unknown;

/** The outcome of `secured` as a value, by `ok` and `status`. */
export type SecuredResult = Success<200, SecuredResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /secured`
 *
 * Input: `{ headers?: { "x-id"?: number }; cookies?: { session?: string } }`
 */
export function secured(
  client: Client,
  input: SecuredInput = {},
  options?: RequestOptions,
): ApiPromise<SecuredResponse, SecuredResult> {
  return client.send(
    {
      operation: "secured",
      method: "GET",
      path: "/secured",
      security: [["key"]],
      read: noBody,
      encode: () => {
        const cookies: SecuredCookies = input.cookies ?? {};
        let cookie = "";
        if (cookies.session != null) cookie = cookie + "; session=" + uriText(cookies.session, "session");
        return {
          headers: {
            "x-id": headerParameter("x-id", input.headers?.["x-id"], false),
            cookie: cookie.slice(2) || undefined,
          },
        };
      },
    },
    options,
  );
}
