/** Media types and their examples, wherever they stand. https://spec.openapis.org/oas/v3.1.1.html#media-type-object */
import { contentItems } from "./content-keys.js";
import { readFormDialect } from "./form-dialect.js";
import { isJsonArray, isJsonObject, member } from "./json.js";
import { reportUnknownKeys } from "./known-keys.js";
import { isJsonMediaType, isTextMediaType } from "./media-type.js";
import type { NormalExample, NormalMediaType, Schema } from "./normal-document.js";
import { readEncoding } from "./normalise-encoding.js";
import { normaliseSchema, type SchemaContext } from "./normalise-schema.js";
import { parseJsonText } from "./parse-json-text.js";
import type { Item, Node, Reader } from "./reader.js";

/**
 * The media types at `content`, in document order.
 * @param around where else a dialect may stand, from the inside out
 */
export function readContent(
  reader: Reader,
  context: SchemaContext,
  owner: Node,
  around: readonly Node[] = [],
): readonly NormalMediaType[] {
  return contentItems(reader, reader.members(owner, "content")).flatMap((item): NormalMediaType[] => {
    const node = reader.asNode(item);
    if (node === null) return [];
    reportUnknownKeys(reader, node, "mediaType", `the media type ${item.key}`);
    const schemaAt = (key: string): Schema | null => {
      const value = member(node.value, key);
      return value === undefined ? null : normaliseSchema(context, value, reader.originOf(node, key));
    };
    return [
      {
        mediaType: item.mediaType,
        schema: schemaAt("schema"),
        itemSchema: schemaAt("itemSchema"),
        inferredFrom: null,
        examples: readExamples(reader, node, item.mediaType),
        encoding: readEncoding(reader, context, node, item.mediaType),
        dialect: readFormDialect(reader, [node, ...around]),
        origin: node.origin,
        schemaOrigin: reader.originOf(node, "schema"),
      },
    ];
  });
}

/**
 * The examples of a parameter, header or media type: `example` first, as `default`, then `examples` by their names.
 * @param mediaType null where there is none
 */
export function readExamples(reader: Reader, node: Node, mediaType: string | null = null): readonly NormalExample[] {
  const example = node.value["example"];
  const single: NormalExample[] =
    example === undefined
      ? []
      : [{ name: "default", summary: null, value: example, origin: reader.originOf(node, "example") }];
  const { examples } = node.value;
  if (isJsonArray(examples)) return [...single, ...listedExamples(reader, node)];
  if (!isJsonObject(examples)) return single;
  if (example !== undefined) {
    const second = Object.keys(node.value).findLast((key) => key === "example" || key === "examples") ?? "examples";
    reader.diagnostics.add("example-and-examples", reader.originOf(node, second), {});
  }
  const named = reader.members(node, "examples").flatMap((item): readonly NormalExample[] => {
    const entry = reader.asNode(item);
    // 3.2 has `dataValue` for the value before it is serialised.
    const key = ["value", "dataValue"].find((candidate) => entry !== null && Object.hasOwn(entry.value, candidate));
    const value = entry === null || key === undefined ? undefined : member(entry.value, key);
    if (entry === null || key === undefined || value === undefined) {
      const text = entry === null || mediaType === null ? null : serialisedExample(reader, entry, item, mediaType);
      if (text !== null) return text;
      const only = ["externalValue", "serializedValue"].find(
        (name) => entry !== null && Object.hasOwn(entry.value, name),
      );
      if (only !== undefined)
        reader.diagnostics.add("example-without-value", item.origin, { name: item.key, key: only });
      else if (entry !== null && Object.keys(entry.value).some((name) => !isOfExample(name))) {
        reader.diagnostics.add("example-read-as-value", item.origin, { name: item.key });
        return [{ name: item.key, summary: null, value: entry.value, origin: item.origin }];
      }
      return [];
    }
    return [
      { name: item.key, summary: reader.text(entry, "summary", "prose"), value, origin: reader.originOf(entry, key) },
    ];
  });
  return [...single, ...named.filter(({ name }) => single.length === 0 || name !== "default")];
}

/** Members of an Example Object that say nothing of its value. */
function isOfExample(key: string): boolean {
  return key === "summary" || key === "description" || key === "$ref" || key.startsWith("x-");
}

/** Examples as schemas have them. */
function listedExamples(reader: Reader, node: Node): readonly NormalExample[] {
  const items = reader.items(node, "examples");
  if (items.length > 0) reader.diagnostics.add("examples-list", reader.originOf(node, "examples"), {});
  return items.map(({ value, origin }, index): NormalExample => {
    const inner = member(value, "value");
    return { name: `example ${index + 1}`, summary: null, value: inner === undefined ? value : inner, origin };
  });
}

/**
 * An example that 3.2 gives as it is sent: JSON text, or text; null where there is none, or of another kind.
 * https://spec.openapis.org/oas/v3.2.0.html#example-object
 */
function serialisedExample(
  reader: Reader,
  entry: Node,
  { key: name }: Item,
  mediaType: string,
): readonly NormalExample[] | null {
  const text = member(entry.value, "serializedValue");
  const isJson = isJsonMediaType(mediaType);
  if (typeof text !== "string" || !(isJson || isTextMediaType(mediaType))) return null;
  const origin = reader.originOf(entry, "serializedValue");
  try {
    const value = isJson ? parseJsonText(text) : text;
    return [{ name, summary: reader.text(entry, "summary", "prose"), value, origin }];
  } catch (error) {
    reader.diagnostics.add("example-not-json", origin, { reason: error instanceof Error ? error.message : "" });
    return [];
  }
}
