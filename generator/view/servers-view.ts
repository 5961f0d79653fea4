/** The option `server` of `createClient`: the document's servers by name, with their variables. */
import { jsonObject } from "../document/json.js";
import type { Server } from "../model/model.js";
import { type Expression, joinCode, propertyKey, ts } from "./code.js";
import type { Imports } from "./import-lines.js";
import type { ServersView } from "./view.js";

/** Null where there is nothing to choose; asks for the import that it needs. */
export function buildServersView(servers: readonly Server[], imports: Imports): ServersView | null {
  const named = new Map(servers.map((server) => [server.name ?? server.template, server]));
  if (named.size < 2 && servers.every(({ variables }) => variables.length === 0)) return null;
  imports.value("./runtime/server-url.js", "serverUrl");
  return {
    type: joinCode(
      [...named].flatMap(([name, server]) => choices(name, server)),
      " | ",
    ),
    entries: [...named].map(([name, server]) => ts`${propertyKey(name)}: ${entry(server)}`),
  };
}

/** Its name, and an object with the name where the server has variables. */
function choices(name: string, { variables }: Server): readonly Expression[] {
  if (variables.length === 0) return [ts`${name}`];
  const members = variables.map((variable) => {
    const values = variable.enum.map((value) => ts`${value}`);
    return ts`readonly ${propertyKey(variable.name)}?: ${values.length === 0 ? ts`string` : joinCode(values, " | ")}`;
  });
  return [ts`${name}`, ts`{ readonly name: ${name}; readonly variables: { ${joinCode(members, "; ")} } }`];
}

function entry({ template, variables }: Server): Expression {
  const defaults = jsonObject(variables.map((variable) => [variable.name, variable.default] as const));
  return variables.length === 0 ? ts`{ url: ${template} }` : ts`{ url: ${template}, variables: ${defaults} }`;
}
