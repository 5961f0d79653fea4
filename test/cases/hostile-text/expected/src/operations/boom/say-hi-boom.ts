import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { uriText } from "../../runtime/uri-text.js";

/** Path parameters of `sayHiBoom`. */
export interface SayHiBoomPath {
  boom: string;
}

/** Query parameters of `sayHiBoom`. */
export interface SayHiBoomQuery {
  /** *\/ boom() */
  'q"];boom()//'?: "*\/" | "\u0060$\u007bboom}\u0060" | "<\/script>";
}

/** What `sayHiBoom` is called with. */
export interface SayHiBoomInput {
  readonly path: SayHiBoomPath;
  readonly query?: SayHiBoomQuery;
}

/**
 * The 200 response of `sayHiBoom`.
 *
 * *\/ boom()
 *
 * *\/
 */
export interface SayHiBoomResponse {
  /** @default "*\/ boom()" */
  "*\/"?: string;
}

/** The document describes no errors. */
export type SayHiBoomError = unknown;

/** The outcome of `sayHiBoom` as a value, by `ok` and `status`. */
export type SayHiBoomResult = Success<200, SayHiBoomResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * *\/ boom(); /*
 *
 * Ends here *\/ or *\/ boom()
 * \@ ts-ignore
 * {\@link boom} `${boom}`
 * boom() // eslint\-disable
 *
 * `GET /a/${boom}/*\/b`
 *
 * Input: `{ path: { boom: string }; query?: { "q\"];boom()//"?: "*\/" | "'${boom}'" | "</script>" } }`
 *
 * Data: `{ "*\/"?: string }`
 */
export function sayHiBoom(
  client: Client,
  input: SayHiBoomInput,
  options?: RequestOptions,
): ApiPromise<SayHiBoomResponse, SayHiBoomResult> {
  return client.send(
    {
      operation: 'say "hi"; boom()',
      method: "GET",
      path: "/a/\u0060$\u007bboom}\u0060/*\/b",
      encode: () => {
        const query: SayHiBoomQuery = input.query ?? {};
        let search = "";
        if (query['q"];boom()//'] != null)
          search = search + "&q%22%5D%3Bboom%28%29%2F%2F=" + uriText(query['q"];boom()//'], 'q"];boom()//');
        return {
          path: "/a/\u0060$" + uriText(input.path.boom, "boom") + "\u0060/*\/b",
          query: search.slice(1),
        };
      },
    },
    options,
  );
}
