/** Encoding Objects: how the properties of a form or multipart body are written. */
import { essence, isMultipartMediaType } from "./media-type.js";
import { isJsonArray } from "./json.js";
import type { NormalEncoding } from "./normal-document.js";
import type { SchemaContext } from "./normalise-schema.js";
import type { Node, Reader } from "./reader.js";

/**
 * Lets the styles of a multipart encoding count in 3.0: Swagger 2.0 had `collectionFormat` there, which the upgrade writes
 * as one.
 */
export const multipartStyleKey = "x-exemplar-style";

const styles = ["form", "spaceDelimited", "pipeDelimited", "deepObject"];

/**
 * The entries of a media type's `encoding`, in document order.
 * @param mediaType up to 3.0, styles are for `application/x-www-form-urlencoded` alone
 */
export function readEncoding(
  reader: Reader,
  context: SchemaContext,
  media: Node,
  mediaType: string,
): readonly NormalEncoding[] {
  return reader.members(media, "encoding").flatMap((entry): NormalEncoding[] => {
    const node = reader.asNode(entry);
    if (node === null) return [];
    const isStyled = !(context.legacy && isMultipartMediaType(mediaType)) || node.value[multipartStyleKey] === true;
    const style = isStyled ? reader.text(node, "style", "structure") : null;
    const isKnown = style === null || styles.includes(style);
    if (!isKnown)
      reader.diagnostics.add("encoding-style-invalid", reader.originOf(node, "style"), { property: entry.key, style });
    return [
      {
        property: entry.key,
        contentType: reader.text(node, "contentType", "structure"),
        headers: fixedHeaders(reader, node),
        style: isKnown ? style : null,
        explode: isStyled ? reader.flag(node, "explode") : null,
        allowReserved: isStyled ? reader.flag(node, "allowReserved") : null,
        origin: node.origin,
      },
    ];
  });
}

/** Headers that can have one value only, or have one by default. `Content-Type` is described elsewhere. */
function fixedHeaders(reader: Reader, encoding: Node): Readonly<Record<string, string>> {
  const headers = reader.members(encoding, "headers").flatMap((item) => {
    const node = reader.asNode(item);
    const schema = node && reader.object(node, "schema");
    if (schema === null || essence(item.key) === "content-type") return [];
    const { const: only, enum: values, default: usual } = schema.value;
    const value = only ?? usual ?? (isJsonArray(values) && values.length === 1 ? values[0] : undefined);
    return typeof value === "string" || typeof value === "number" || typeof value === "bigint"
      ? [[item.key, String(value)] as const]
      : [];
  });
  return Object.fromEntries(headers);
}
