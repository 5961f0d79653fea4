/** Server Objects. https://spec.openapis.org/oas/v3.1.1.html#server-object */
import type { NormalServer } from "./normal-document.js";
import type { Item, Node, Reader } from "./reader.js";

/** The servers of the document, of a path item or of an operation; one that nobody can call is left out. */
export function readServers(reader: Reader, node: Node): readonly NormalServer[] {
  return reader.items(node, "servers").flatMap((item) => {
    const server = reader.asNode(item);
    if (server === null) return [];
    const url = reader.text(server, "url", "structure");
    if (url === null) {
      if (server.value["url"] === undefined)
        reader.diagnostics.add("part-incomplete", server.origin, { key: "url", part: "the server" });
      return [];
    }
    const variables = reader.members(server, "variables").flatMap((entry) => readVariable(reader, entry));
    const names = [...url.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
    const undefinedNames = names.filter((name) => !variables.some((variable) => variable.name === name));
    for (const name of undefinedNames)
      reader.diagnostics.add("server-variable-undefined", reader.originOf(server, "url"), { name });
    if (undefinedNames.length > 0) return [];
    const values = new Map(variables.map((variable) => [variable.name, variable.default]));
    const filled = url.replace(/\{([^{}]*)\}/g, (whole, name: string) => values.get(name) ?? whole);
    // What has no scheme is relative, and can be anything.
    if (/^[a-z][a-z\d+.-]*:/i.test(filled) && !URL.canParse(filled)) {
      reader.diagnostics.add("server-url-invalid", reader.originOf(server, "url"), { url: filled });
      return [];
    }
    const description = reader.text(server, "description", "prose");
    // Of OpenAPI 3.2.
    const name = reader.text(server, "name", "structure");
    return [{ url, name, description, variables, origin: server.origin }];
  });
}

/** A variable; none where it has neither a default nor a list of values. */
function readVariable(reader: Reader, entry: Item): NormalServer["variables"] {
  const variable = reader.asNode(entry);
  if (variable === null) return [];
  const values = reader.items(variable, "enum").flatMap(({ value }) => (isScalar(value) ? [String(value)] : []));
  // `default: 8080` means the text, as there is nothing else that it could be.
  const written = variable.value["default"];
  const usual = isScalar(written) ? String(written) : reader.text(variable, "default", "structure");
  const value = usual ?? values[0];
  if (value === undefined) return [];
  if (values.length > 0 && !values.includes(value))
    reader.diagnostics.add("server-variable-default", reader.originOf(variable, "default"), { name: entry.key, value });
  const description = reader.text(variable, "description", "prose");
  return [{ name: entry.key, default: value, enum: values, description }];
}

function isScalar(value: unknown): value is string | number | bigint | boolean {
  return (
    typeof value === "string" || typeof value === "bigint" || typeof value === "number" || typeof value === "boolean"
  );
}
