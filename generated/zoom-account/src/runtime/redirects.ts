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
    const { status, type, headers } = response;
    if (type === "opaqueredirect") throw new TypeError("a redirect with a credential");
    const location = headers.get("location");
    const isRedirect = location !== null && [301, 302, 303, 307, 308].includes(status) && /^\w+:/.test(each.url);
    if (!isRedirect || hops > 19) return response;
    const from = new URL(each.url);
    const { origin, href } = new URL(location, from);
    const becomesGet = status < 307 && (status === 303 ? each.method !== "HEAD" : each.method === "POST");
    if (origin !== from.origin || (!becomesGet && each.body instanceof ReadableStream)) return response;
    // Nobody reads it: its connection is free again.
    response.body?.cancel().catch(() => undefined);
    each = { ...each, url: href, headers: new Headers(each.headers) };
    if (becomesGet) {
      each.headers.delete("content-type");
      each = { ...each, method: "GET", body: null };
    }
  }
};
