import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { cookieText } from "../../runtime/cookie-text.js";
import { headerParameter } from "../../runtime/header-parameter.js";
import { itemText } from "../../runtime/item-text.js";
import { jsonText } from "../../runtime/json-text.js";
import { pathParameter, pathSegment } from "../../runtime/path-parameter.js";
import { dateOnly } from "../../runtime/scalar-text.js";
import { listOf, objectOf } from "../../runtime/structure.js";
import { reservedText, uriText } from "../../runtime/uri-text.js";

/** Path parameters of `search`. */
export interface SearchPath {
  point: {
    x?: number;
    y?: number;
  };
  /** Format: `date` */
  day: string;
  ids: number[];
}

/** Query parameters of `search`. */
export interface SearchQuery {
  q?: string;
  tags?: string[];
  sizes?: string[];
  created?: {
    /** Format: `date` */
    gte?: string;
    lt?: string;
  };
  filter?: {
    a?: number;
  };
}

/** Headers of `search`. */
export interface SearchHeaders {
  "If-Match"?: string;
}

/** Cookies of `search`. */
export interface SearchCookies {
  session?: string;
}

/** What `search` is called with. */
export interface SearchInput {
  readonly path: SearchPath;
  readonly query?: SearchQuery;
  readonly headers?: SearchHeaders;
  readonly cookies?: SearchCookies;
}

/**
 * The 204 response of `search`.
 *
 * Done.
 */
export type SearchResponse = undefined;

/** The document describes no errors. */
export type SearchError = unknown;

/** The outcome of `search` as a value, by `ok` and `status`. */
export type SearchResult = Success<204, SearchResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /maps{point}/{day}/{ids}`
 *
 * Input: `{ path: { point: { … }; day: string; ids: number[] }; query?: { q?: string; tags?: string[]; sizes?: string[]; created?: { … }; filter?: { … } }; headers?: { "If-Match"?: string }; cookies?: { session?: string } }`
 */
export function search(
  client: Client,
  input: SearchInput,
  options?: RequestOptions,
): ApiPromise<SearchResponse, SearchResult> {
  return client.send(
    {
      operation: "search",
      method: "GET",
      path: "/maps{point}/{day}/{ids}",
      success: [204],
      encode: () => {
        const query: SearchQuery = input.query ?? {};
        let search = "";
        if (query.q != null) search = search + "&q=" + reservedText(query.q, "q");
        if (query.tags != null)
          for (const item of listOf(query.tags, "tags"))
            if (item != null) search = search + "&tags=" + uriText(item, "tags[]");
        if (query.sizes != null) {
          let text = "";
          for (const item of listOf(query.sizes, "sizes"))
            if (item != null) text += "%7C" + uriText(itemText(item, "|", "sizes[]"), "sizes[]");
          if (text !== "") search = search + "&sizes=" + text.slice(3);
        }
        if (query.created != null) {
          const created = objectOf(query.created, "created");
          if (created.gte != null)
            search = search + "&created%5Bgte%5D=" + uriText(dateOnly(created.gte, "created.gte"), "created.gte");
          if (created.lt != null) search = search + "&created%5Blt%5D=" + uriText(created.lt, "created.lt");
        }
        if (query.filter != null) search = search + "&filter=" + uriText(jsonText(query.filter, "filter"), "filter");
        const cookies: SearchCookies = input.cookies ?? {};
        let cookie = "";
        if (cookies.session != null) cookie = cookie + "; session=" + cookieText(cookies.session, "session");
        return {
          path:
            "/maps" +
            pathParameter("point", input.path.point, "matrix", true) +
            "/" +
            pathSegment(uriText(dateOnly(input.path.day, "day"), "day"), "day") +
            "/" +
            pathSegment(pathParameter("ids", input.path.ids, "simple", false), "ids"),
          query: search.slice(1),
          headers: {
            "If-Match": headerParameter("If-Match", input.headers?.["If-Match"], false),
            cookie: cookie.slice(2) || undefined,
          },
        };
      },
    },
    options,
  );
}
