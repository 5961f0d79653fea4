/** Servers: variables replaced by their values, and where the calls of an operation go. */
import type { NormalServer } from "../document/normal-document.js";
import type { Server } from "./model.js";

/** More are no document's intention, and each is one that the mock may be asked at. */
const mostUrls = 50;

/** A server with every variable replaced by its default. */
export function buildServer({ url, name, description, variables, origin }: NormalServer): Server {
  const usual = new Map(variables.map((variable) => [variable.name, variable.default]));
  const filled = fill(url, usual);
  const urls = [...new Set([filled, ...choices(url, variables, usual).map((values) => fill(url, values))])];
  return { url: filled, urls, template: url, name, variables, description, origin };
}

function fill(template: string, values: ReadonlyMap<string, string>): string {
  return template.replace(/\{([^{}]*)\}/g, (whole, name: string) => values.get(name) ?? whole);
}

/** The combinations of all values that the variables of a path may have. */
function choices(
  template: string,
  variables: NormalServer["variables"],
  usual: ReadonlyMap<string, string>,
): readonly ReadonlyMap<string, string>[] {
  const path = template.replace(/^[^/]*\/\/[^/]*/, "");
  return variables
    .filter(({ name }) => path.includes(`{${name}}`))
    .reduce(
      (all, { name, default: value, enum: values }) =>
        all
          .flatMap((each) => [...new Set([value, ...values])].map((one) => new Map(each).set(name, one)))
          .slice(0, mostUrls),
      [new Map(usual)],
    );
}

/**
 * The servers of an operation, or of its path; none where its calls go where all others go.
 * @param shared the document's
 */
export function ownServers(own: readonly NormalServer[], shared: readonly Server[]): readonly Server[] {
  const base = shared[0]?.url ?? "";
  const servers = own.map((server) => {
    const built = buildServer(server);
    return { ...built, url: resolveUrl(built.url, base), urls: built.urls.map((url) => resolveUrl(url, base)) };
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
