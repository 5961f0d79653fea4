/** Responses and their headers. https://spec.openapis.org/oas/v3.1.1.html#responses-object */
import { reportUnknownKeys } from "./known-keys.js";
import type { NormalResponse, Schema } from "./normal-document.js";
import { readContent } from "./normalise-content.js";
import { normaliseSchema, type SchemaContext } from "./normalise-schema.js";
import type { Node, Reader } from "./reader.js";

/** The responses of an operation, in document order; one that cannot be understood is reported and left out. */
export function readResponses(reader: Reader, context: SchemaContext, operation: Node): readonly NormalResponse[] {
  const responses = reader.members(operation, "responses").filter(({ key }) => !key.startsWith("x-"));
  return responses.flatMap((item): NormalResponse[] => {
    const node = reader.asNode(item);
    if (node === null) return [];
    reportUnknownKeys(reader, node, "response", `the response ${item.key}`);
    const status = item.key.toUpperCase() === "DEFAULT" ? "default" : item.key.toUpperCase();
    if (!/^([1-5]\d\d|[1-5]XX|default)$/.test(status)) {
      reader.diagnostics.add("response-status-invalid", item.origin, { status: item.key });
      return [];
    }
    return [
      {
        status,
        description: reader.text(node, "description", "prose"),
        headers: readHeaders(reader, context, node),
        content: readContent(reader, context, node),
        origin: node.origin,
      },
    ];
  });
}

function readHeaders(reader: Reader, context: SchemaContext, response: Node): NormalResponse["headers"] {
  return reader.members(response, "headers").flatMap((item) => {
    const node = reader.asNode(item);
    if (node === null) return [];
    const value = node.value["schema"];
    const schema: Schema = value === undefined ? {} : normaliseSchema(context, value, reader.originOf(node, "schema"));
    return [
      {
        name: item.key,
        required: reader.flag(node, "required") ?? false,
        description: reader.text(node, "description", "prose"),
        schema,
      },
    ];
  });
}
