/** The links of a response. https://spec.openapis.org/oas/v3.1.1.html#link-object */
import { member } from "./json.js";
import { parseFragment } from "./json-pointer.js";
import type { LinkTarget, NormalLink } from "./normal-document.js";
import type { Node, Reader } from "./reader.js";

/** The links of a response, in document order; one that names no operation is reported and left out. */
export function readLinks(reader: Reader, response: Node): readonly NormalLink[] {
  return reader.members(response, "links").flatMap((item): NormalLink[] => {
    const node = item.key.startsWith("x-") ? null : reader.asNode(item);
    // An empty object stands in for a reference that was reported already.
    if (node === null || Object.keys(node.value).length === 0) return [];
    const target = readTarget(reader, node);
    if (target === null) {
      reader.diagnostics.add("link-target-missing", item.origin, { link: item.key });
      return [];
    }
    return [
      {
        name: item.key,
        description: reader.text(node, "description", "prose"),
        target,
        parameters: reader.object(node, "parameters")?.value ?? {},
        requestBody: member(node.value, "requestBody"),
        origin: node.origin,
      },
    ];
  });
}

/** The two exclude each other; where both are there, the operationId says it more plainly. */
function readTarget(reader: Reader, link: Node): LinkTarget | null {
  const operationId = reader.text(link, "operationId", "structure");
  if (operationId !== null) return { kind: "id", operationId };
  const reference = reader.text(link, "operationRef", "structure");
  if (reference === null) return null;
  if (!reference.startsWith("#")) return { kind: "elsewhere", reference };
  const [home, path = "", method = "", ...rest] = parseFragment(reference) ?? [];
  // Anything else in the document is no operation: that no path has this name will be said.
  return home === "paths" && rest.length === 0
    ? { kind: "route", method, path, reference }
    : { kind: "route", method: "", path: "", reference };
}
