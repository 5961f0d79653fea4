/** Server Objects. https://spec.openapis.org/oas/v3.1.1.html#server-object */
import type { NormalServer } from "./normal-document.js";
import type { Node, Reader } from "./reader.js";

/** The servers of the document, of a path item or of an operation. */
export function readServers(reader: Reader, node: Node): readonly NormalServer[] {
  return reader.items(node, "servers").flatMap((item) => {
    const server = reader.asNode(item);
    const url = server && reader.text(server, "url", "structure");
    if (server === null || url === null) return [];
    const variables = reader.members(server, "variables").flatMap((entry) => {
      const variable = reader.asNode(entry);
      if (variable === null) return [];
      const values = reader.items(variable, "enum").flatMap(({ value }) => (typeof value === "string" ? [value] : []));
      return [
        { name: entry.key, default: reader.text(variable, "default", "structure") ?? values[0] ?? "", enum: values },
      ];
    });
    for (const [, name = ""] of url.matchAll(/\{([^}]*)\}/g)) {
      if (variables.some((variable) => variable.name === name)) continue;
      reader.diagnostics.add("server-variable-undefined", reader.originOf(server, "url"), { name });
    }
    return [{ url, description: reader.text(server, "description", "prose"), variables, origin: server.origin }];
  });
}
