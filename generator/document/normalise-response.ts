/** Responses. https://spec.openapis.org/oas/v3.1.1.html#responses-object */
import { reportUnknownKeys } from "./known-keys.js";
import type { NormalResponse } from "./normal-document.js";
import { readContent } from "./normalise-content.js";
import { readHeaders } from "./normalise-header.js";
import { readLinks } from "./normalise-link.js";
import type { SchemaContext } from "./normalise-schema.js";
import type { Node, Reader } from "./reader.js";

/** The responses of an operation, in document order; one that cannot be understood is reported and left out. */
export function readResponses(reader: Reader, context: SchemaContext, operation: Node): readonly NormalResponse[] {
  if (operation.value["responses"] === null) {
    // What a file that was cut off looks like, too.
    const found = { key: "responses", found: "nothing", expected: "an object" };
    reader.diagnostics.add("value-type-mismatch", reader.originOf(operation, "responses"), found);
  }
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
        summary: reader.text(node, "summary", "prose"),
        description: reader.text(node, "description", "prose"),
        headers: readHeaders(reader, context, node),
        content: readContent(reader, context, node),
        links: readLinks(reader, node),
        origin: node.origin,
      },
    ];
  });
}
