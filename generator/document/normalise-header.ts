/** The headers of a response. https://spec.openapis.org/oas/v3.1.1.html#header-object */
import { isToken } from "./header-name.js";
import type { NormalHeader, Schema } from "./normal-document.js";
import { readContent, readExamples } from "./normalise-content.js";
import { normaliseSchema, type SchemaContext } from "./normalise-schema.js";
import type { Item, Node, Reader } from "./reader.js";

/**
 * The headers of a response, in document order. `Content-Type` is left out, since `content` says it; of two names that
 * differ in case alone, the first counts; a name that no header can have is reported.
 */
export function readHeaders(reader: Reader, context: SchemaContext, response: Node): readonly NormalHeader[] {
  const seen = new Set(["content-type"]);
  return reader.members(response, "headers").flatMap((item) => {
    if (!isToken(item.key)) {
      reader.diagnostics.add("header-name-invalid", item.origin, { name: item.key });
      return [];
    }
    const name = item.key.toLowerCase();
    if (seen.has(name)) return [];
    seen.add(name);
    return readHeader(reader, context, item) ?? [];
  });
}

function readHeader(reader: Reader, context: SchemaContext, item: Item): NormalHeader | null {
  const node = reader.asNode(item);
  if (node === null) return null;
  const content = readContent(reader, context, node)[0] ?? null;
  const own = node.value["schema"];
  const schema: Schema = own === undefined ? {} : normaliseSchema(context, own, reader.originOf(node, "schema"));
  return {
    name: item.key,
    required: reader.flag(node, "required") ?? false,
    description: reader.text(node, "description", "prose"),
    deprecated: reader.flag(node, "deprecated") ?? false,
    explode: reader.flag(node, "explode") ?? false,
    contentType: content?.mediaType ?? null,
    schema: content?.schema ?? schema,
    examples: [...readExamples(reader, node), ...(content?.examples ?? [])],
    origin: node.origin,
    schemaOrigin: content?.schemaOrigin ?? reader.originOf(node, "schema"),
  };
}
