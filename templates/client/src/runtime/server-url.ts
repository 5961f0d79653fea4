/** Servers by name. */

/** The document's servers: URL templates, and what their variables are where nobody says. */
export type Servers = Readonly<
  Record<string, { readonly url: string; readonly variables?: Readonly<Record<string, string>> }>
>;

/** A server by its name, or with variables of its own. */
export type ServerName = string | { readonly name: string; readonly variables: Readonly<Record<string, string>> };

/**
 * The URL of a server; undefined where none was chosen.
 * @throws TypeError where none has the name
 */
export function serverUrl(servers: Servers, choice: ServerName | undefined): string | undefined {
  if (choice === undefined) return undefined;
  const { name, variables }: Exclude<ServerName, string> =
    typeof choice === "object" ? choice : { name: choice, variables: {} };
  const server = Object.hasOwn(servers, name) ? servers[name] : undefined;
  if (!server) throw new TypeError(`no server is called ${name}, only ${Object.keys(servers).join(", ")}`);
  const values: Readonly<Record<string, string | undefined>> = { ...server.variables, ...variables };
  return server.url.replace(/\{([^{}]*)\}/g, (whole, variable: string) => values[variable] ?? whole);
}
