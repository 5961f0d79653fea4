/** XML, which nothing here takes apart. */
import type { Diagnostics } from "../diagnostics.js";
import { essence, isXmlMediaType } from "../document/media-type.js";
import type { NormalMediaType } from "../document/normal-document.js";
import { isText } from "./event-schema.js";
import { essentialSchema, type SchemaTable, typesOf } from "./schema-shape.js";

/** Says that a body is passed as text where it is XML, unless a schema says that it is text to begin with. */
export function reportXml(media: NormalMediaType, table: SchemaTable, diagnostics: Diagnostics): void {
  if (!isXmlMediaType(media.mediaType)) return;
  const saysText =
    media.schema !== null && typesOf(essentialSchema(media.schema, table)).length > 0 && isText(media.schema, table);
  if (!saysText || media.inferredFrom !== null)
    diagnostics.add("xml-as-text", media.origin, { mediaType: essence(media.mediaType) });
}
