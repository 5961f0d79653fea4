/** What a body of a media type is to a client: a value of JSON, text, or bytes; of a range, the schema says it. */
import { essence, isJsonMediaType, isMediaRange, isTextMediaType, isXmlMediaType } from "../document/media-type.js";
import type { NormalMediaType } from "../document/normal-document.js";
import { essentialSchema, type SchemaTable, typesOf } from "./schema-shape.js";

export type ContentKind = "json" | "text" | "binary";

/**
 * The kind of a media type.
 * @param unknown what a range stands for whose schema says nothing
 */
export function contentKind(
  { mediaType, schema }: Pick<NormalMediaType, "mediaType" | "schema">,
  table: SchemaTable,
  unknown: ContentKind,
): ContentKind {
  if (isJsonMediaType(mediaType)) return "json";
  if (isTextMediaType(mediaType)) return "text";
  if (!/^(\*|application)\/\*$/.test(essence(mediaType))) return "binary";
  const essential = essentialSchema(schema ?? {}, table);
  if (Object.keys(essential).length === 0) return unknown;
  const [type, ...others] = typesOf(essential);
  if (type !== "string" || others.length > 0) return "json";
  return essential["format"] === "binary" ? "binary" : "text";
}

/** The media type itself, or of a range the one that is sent in its place. */
export function concreteMediaType(mediaType: string, kind: ContentKind): string {
  if (!isMediaRange(mediaType)) return mediaType;
  if (kind === "json") return "application/json";
  if (kind === "text") return isXmlMediaType(mediaType) ? "application/xml" : "text/plain";
  const [family = ""] = essence(mediaType).split("/");
  const usual = new Map([
    ["image", "image/png"],
    ["audio", "audio/mpeg"],
    ["video", "video/mp4"],
    ["font", "font/woff2"],
  ]);
  return usual.get(family) ?? "application/octet-stream";
}
