/** Redirects of requests whose credential `fetch` would take along to another origin. */
import type { Middleware } from "./draft.js";

/**
 * Follows redirects of one origin, as https://fetch.spec.whatwg.org/#http-redirect-fetch says; one to another origin is
 * the answer. Where the platform does not show redirects, as in browsers, one is an error.
 */
export const followRedirects: Middleware = (next) => async (draft) => {
  let each = draft;
  for (let hops = 0; ; hops++) {
    const response = await next(each);
    const { status, type } = response;
    if (type === "opaqueredirect") throw new TypeError("a redirect would have taken a credential along");
    const location = response.headers.get("location");
    const isRedirect = location !== null && /^30[12378]$/.test(String(status)) && /^\w+:/.test(each.url);
    if (!isRedirect || hops > 19) return response;
    const from = new URL(each.url);
    const target = new URL(location, from);
    const keepsMethod = status > 306 || /^(GET|HEAD)$/.test(each.method) || (status < 303 && each.method !== "POST");
    const isOpen = keepsMethod && Object(each.body) instanceof ReadableStream;
    if (target.origin !== from.origin || isOpen) return response;
    const headers = new Headers(each.headers);
    if (!keepsMethod) headers.delete("content-type");
    each = { ...each, url: target.href, headers, ...(!keepsMethod && { method: "GET", body: null }) };
  }
};
