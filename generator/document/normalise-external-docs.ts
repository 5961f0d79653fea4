/** External Documentation Object. */
import type { NormalExternalDocs } from "./normal-document.js";
import type { Node, Reader } from "./reader.js";

/** External documentation of the document or of an operation, where it names a URL. */
export function readExternalDocs(reader: Reader, node: Node): NormalExternalDocs | null {
  const docs = reader.object(node, "externalDocs", "prose");
  const url = docs && reader.text(docs, "url", "prose");
  return docs === null || url === null ? null : { url, description: reader.text(docs, "description", "prose") };
}
