/** One response: what its bodies are, and their fixtures. */
import type { Diagnostics } from "../diagnostics.js";
import { essence, isJsonMediaType, isTextMediaType, isXmlMediaType, streamFormat } from "../document/media-type.js";
import type { NormalMediaType, NormalResponse, Schema } from "../document/normal-document.js";
import { exampleFixtures } from "./build-fixtures.js";
import { int64Shape } from "./int64-shape.js";
import type { Response, ResponseContent } from "./model.js";
import type { SchemaTable } from "./schema-shape.js";
import { buildHeader } from "./build-header.js";
import { buildStreamContent } from "./stream-content.js";
import { synthesise } from "./synthesise.js";
import { reportXml } from "./xml-text.js";

/** Builds a response with its contents in document order; its links are found when all operations are named. */
export function buildResponse(response: NormalResponse, table: SchemaTable, diagnostics: Diagnostics): Response {
  const { status, summary, description, origin } = response;
  // 204, 205 and 304 have no content, whatever a document says (RFC 9110, section 15).
  const empty = ["204", "205", "304"].includes(status);
  const content = empty ? [] : response.content;
  // Where there is JSON, nobody asks for XML.
  const [first] = content;
  if (first !== undefined && !content.some(({ mediaType }) => isJsonMediaType(mediaType)))
    reportXml(first, table, diagnostics);
  return {
    status,
    ok: status.startsWith("2"),
    summary,
    description,
    headers: response.headers.map((header) => buildHeader(header, table, diagnostics)),
    contents: content.map((media) => {
      const stream = streamFormat(media.mediaType);
      return stream === null
        ? buildContent(media, table, diagnostics)
        : buildStreamContent(media, stream, table, diagnostics);
    }),
    links: [],
    origin,
  };
}

function buildContent(media: NormalMediaType, table: SchemaTable, diagnostics: Diagnostics): ResponseContent {
  const kind = isJsonMediaType(media.mediaType) ? "json" : isTextMediaType(media.mediaType) ? "text" : "binary";
  const schema: Schema = kind === "json" ? (media.schema ?? {}) : { type: "string" };
  // An example of XML may be given as the value that it stands for.
  const examples = isXmlMediaType(media.mediaType)
    ? media.examples.filter(({ value }) => typeof value === "string")
    : media.examples;
  const fixtures = kind === "binary" ? [] : exampleFixtures(examples, schema, table, diagnostics);
  const value =
    fixtures.length > 0 || kind === "binary" ? undefined : synthesise(schema, { table, name: "", description: null });
  return {
    mediaType: essence(media.mediaType),
    kind,
    schema,
    int64: kind === "json" ? int64Shape(schema, table) : null,
    events: null,
    inferredFrom: media.inferredFrom,
    fixtures: value === undefined ? fixtures : [{ name: "default", value, source: "synthesised" }],
    origin: media.origin,
  };
}
