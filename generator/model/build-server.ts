/** Servers: variables replaced by their defaults, and where the calls of an operation go. */
import type { NormalServer } from "../document/normal-document.js";
import type { Server } from "./model.js";

/** A server with every variable replaced by its default. */
export function buildServer({ url, description, variables, origin }: NormalServer): Server {
  const values = new Map(variables.map((variable) => [variable.name, variable.default]));
  const filled = url.replace(/\{([^{}]*)\}/g, (whole, name: string) => values.get(name) ?? whole);
  return { url: filled, template: url, variables, description, origin };
}

/**
 * The servers of an operation, or of its path; none where its calls go where all others go.
 * @param shared the document's
 */
export function ownServers(own: readonly NormalServer[], shared: readonly Server[]): readonly Server[] {
  const base = shared[0]?.url ?? "";
  const servers = own.map((server) => {
    const built = buildServer(server);
    return { ...built, url: resolveUrl(built.url, base) };
  });
  return servers[0] === undefined || trimmed(servers[0].url) === trimmed(base) ? [] : servers;
}

/**
 * A URL relative to that of the document's server: OpenAPI resolves it against the place of the document, which is on the
 * same host wherever a document is served by what it describes.
 */
function resolveUrl(url: string, base: string): string {
  const isRelative = !/^[a-z][a-z\d+.-]*:/i.test(url);
  if (!isRelative || !URL.canParse(url, base)) return url;
  return new URL(url, base).href;
}

function trimmed(url: string): string {
  return url.replace(/\/+$/, "");
}
