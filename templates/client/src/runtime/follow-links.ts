/** Calls that go where links lead, and never to another origin. */
import { CallError } from "./call-error.js";
import type { Call, Client } from "./client.js";
import { nextLink } from "./link-header.js";
import type { LinkFollower } from "./pages.js";

/** A follower of links. */
export function followLinks(client: Client): LinkFollower {
  const asked = new Set<string>();
  let call: Call | undefined;
  /** The server's URL, as the first call has it, and the same with a slash at its end. */
  let base = "";
  let server = absolute("/");
  /** What was asked for last. */
  let here = server;
  let next: URL | undefined;
  return {
    send(made, options) {
      call = made;
      if (next) here = next;
      const target = next;
      const root = server.pathname;
      const isBelow = target?.pathname.startsWith(root);
      const encode = (baseUrl: string) => {
        const encoded = made.encode?.(baseUrl) ?? {};
        const { path = made.path, query = "" } = encoded;
        if (target)
          return {
            ...encoded,
            path: target.pathname.slice(isBelow ? root.length - 1 : 0),
            query: queryOf(target, query, made.pages?.keep ?? []),
          };
        base = baseUrl;
        server = absolute(`${base}/`);
        here = absolute(base + path + (query && `?${query}`));
        asked.add(here.href);
        return encoded;
      };
      // Of the same origin, but not below the server's path.
      const own = target && !isBelow ? { ...options, baseUrl: base.replace(pathOf, "$1$2") } : options;
      return client.send({ ...made, encode }, own);
    },
    lead(link, { headers }) {
      const found = link === undefined ? nextLink(headers.get("link")) : link;
      if (!found) return false;
      let origin = "no URL";
      try {
        // Whatever it is, a text is made of it.
        next = new URL(found as string, here);
        origin = originOf(next);
      } catch {
        // Which the error says.
      }
      if (next && origin === originOf(server)) return asked.size < asked.add(next.href).size;
      const { operation = "", method = "", path = "" } = call ?? {};
      const context = { operation, method, url: originOf(server) + server.pathname + path.slice(1) };
      throw new CallError("ResponseError", context, `the next page is at ${origin}, not at ${originOf(server)}`);
    },
  };
}

/** What follows the scheme and the host, if there are any. */
const pathOf = /^([a-z][a-z\d+.-]*:)?(\/\/[^/]*)?.*/is;

/** The query of a URL, but for parameters that are kept as they were. */
function queryOf({ search }: URL, before: string, keep: readonly string[]): string {
  const isKept = (pair: string) => keep.some((name) => new URLSearchParams(pair).has(name));
  const pairs = [
    ...search
      .slice(1)
      .split("&")
      .filter((pair) => !isKept(pair)),
    ...before.split("&").filter(isKept),
  ];
  return pairs.filter(Boolean).join("&");
}

/** A URL that may be relative to the page. Where there is no page, nothing is sent to the host that stands in for it. */
function absolute(url: string): URL {
  const { location } = globalThis as { readonly location?: { readonly href: string } };
  return new URL(url, location?.href ?? "http://localhost");
}

function originOf({ protocol, host }: URL): string {
  return `${protocol}//${host}`;
}
