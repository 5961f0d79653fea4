/** Redirects of requests whose credential `fetch` would take along to another origin. */
import type { Draft, Middleware } from "./draft.js";

/** Keeps a credential from another origin: that of a header or a field that `fetch` would take along. */
export function guard(draft: Draft, name: string): void {
  draft.redirect = "manual";
  draft.wraps.add(followRedirects);
  draft.secrets.add(name);
}

/**
 * Follows redirects of one origin, as https://fetch.spec.whatwg.org/#http-redirect-fetch says; one to another origin is
 * the answer. Where the platform does not show redirects, as in browsers, one is an error.
 */
const followRedirects: Middleware = (next) => async (draft) => {
  let each = draft;
  for (let hops = 20; ; hops--) {
    const response = await next(each);
    const { status, type, headers } = response;
    if (type === "opaqueredirect") throw new TypeError("a redirect with a credential");
    const location = /^30[12378]$/.test(String(status)) && /^\w+:/.test(each.url) ? headers.get("location") : null;
    if (location === null || !hops) return response;
    const from = new URL(each.url);
    const { origin, href } = new URL(location, from);
    const becomesGet = status < 307 && (status === 303 ? each.method !== "HEAD" : each.method === "POST");
    if (origin !== from.origin || (!becomesGet && each.body instanceof ReadableStream)) return response;
    // Nobody reads it: its connection is free again.
    response.body?.cancel().catch(() => undefined);
    each = { ...each, url: href };
    if (!becomesGet) continue;
    each = { ...each, method: "GET", body: null, headers: new Headers(each.headers) };
    each.headers.delete("content-type");
  }
};
