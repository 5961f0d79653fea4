/** One response: what its bodies are, and their fixtures. */
import type { Diagnostics } from "../diagnostics.js";
import { xmlFixtures } from "./xml-fixtures.js";
import {
  essence,
  isFormMediaType,
  isJsonMediaType,
  isXmlMediaType,
  mediaTypeKey,
  streamFormat,
} from "../document/media-type.js";
import type { NormalMediaType, NormalResponse, Schema } from "../document/normal-document.js";
import { binaryFixtures } from "./binary-fixture.js";
import { type ExampleSchema, exampleFixtures } from "./example-fixtures.js";
import { concreteMediaType, contentKind } from "./content-kind.js";
import { valueShape } from "./build-value-shape.js";
import { madeFixture } from "./made-fixture.js";
import { mediaTypeWords } from "./media-type-words.js";
import type { OperationContext } from "./build-operation.js";
import { mediaDialects } from "./media-dialects.js";
import { buildFormFields, buildFormRest, isFormSchema } from "./form-fields.js";
import type { FormEncoding, Response, ResponseContent, ResponseFixture } from "./model.js";
import { withoutNull } from "./without-null.js";
import type { SchemaTable } from "./schema-shape.js";
import { buildHeader } from "./build-header.js";
import { buildStreamContent } from "./stream-content.js";
import { reportXml } from "./xml-text.js";

/** What a response depends on. */
type ResponseContext = Pick<OperationContext, "table" | "forms" | "names">;

/**
 * Builds a response with its contents in document order; its links are found when all operations are named.
 * @param method of the operation: what answers HEAD has no content (RFC 9110, section 9.3.2)
 */
export function buildResponse(
  response: NormalResponse,
  method: string,
  context: ResponseContext,
  diagnostics: Diagnostics,
): Response {
  const { table } = context;
  const { status, summary, description, origin } = response;
  // 204, 205 and 304 have no content, whatever a document says (RFC 9110, section 15).
  const empty = ["204", "205", "304"].includes(status) || method.toLowerCase() === "head";
  const content = empty ? [] : distinctMedia(response.content);
  // Where there is JSON, nobody asks for XML.
  const [first] = content;
  if (first !== undefined && !content.some(({ mediaType }) => isJsonMediaType(mediaType)))
    reportXml(first, table, diagnostics);
  const words = mediaTypeWords(response.content.map(({ mediaType }) => mediaType));
  const contents = content.map((media): ResponseContent => {
    const stream = streamFormat(media.mediaType);
    const built =
      stream === null
        ? buildContent(media, errorStatus(status), context, diagnostics)
        : { ...buildStreamContent(media, stream, table, diagnostics), sentAs: essence(media.mediaType) };
    const key = mediaTypeKey(media.mediaType);
    const isOnly = content.every((other) => other === media || essence(other.mediaType) !== built.mediaType);
    const names = { word: words.get(key) ?? "", mediaType: isOnly ? built.mediaType : key };
    return { ...built, ...names, sentAs: isOnly ? built.sentAs : key };
  });
  return {
    status,
    ok: status.startsWith("2"),
    summary,
    description,
    headers: response.headers.map((header) => buildHeader(header, table, diagnostics)),
    contents: contents.map((each) => {
      if (isHidden(each, contents)) return { ...each, sentAs: null, fixtures: [] };
      if (each.fixtures.length === 0) diagnostics.add("response-impossible", each.origin, { status });
      return each;
    }),
    links: [],
    origin,
  };
}

/** Of content keys that differ in case or charset alone, the first; of forms, one. */
function distinctMedia(content: readonly NormalMediaType[]): readonly NormalMediaType[] {
  const keys = content.map(({ mediaType }) =>
    isFormMediaType(mediaType) ? essence(mediaType) : mediaTypeKey(mediaType),
  );
  return content.filter((_, index) => keys.indexOf(keys[index] ?? "") === index);
}

/** True for a range in whose place a media type is sent that the response has beside it. */
function isHidden(content: ResponseContent, contents: readonly ResponseContent[]): boolean {
  const { mediaType, sentAs } = content;
  if (mediaType === sentAs) return false;
  const rivals = contents.filter((other) => other !== content && other.sentAs === sentAs);
  return rivals.some((other) => other.mediaType === sentAs || contents.indexOf(other) < contents.indexOf(content));
}

/** The status of an error; null for a success, a range and `default`. */
function errorStatus(status: string): number | null {
  return /^[45]\d\d$/.test(status) ? Number(status) : null;
}

function buildContent(
  media: NormalMediaType,
  status: number | null,
  context: ResponseContext,
  diagnostics: Diagnostics,
): Omit<ResponseContent, "word"> {
  const { table } = context;
  const type = essence(media.mediaType);
  const form = buildForm(media, context);
  if (form !== null) {
    const about = { schema: form.schema, table, origin: media.schemaOrigin, inferred: media.inferredFrom !== null };
    return {
      mediaType: type,
      sentAs: type,
      kind: "form",
      ...form,
      shape: valueShape(form.schema, table),
      events: null,
      inferredFrom: media.inferredFrom,
      fixtures: examplesOr(media, { ...about, status, excess: false }, diagnostics),
      origin: media.origin,
    };
  }
  const kind = contentKind(media, table, "json");
  const schema: Schema = kind === "json" ? (media.schema ?? {}) : { type: "string" };
  return {
    mediaType: type,
    sentAs: concreteMediaType(type, kind),
    kind,
    schema,
    shape: kind === "json" ? valueShape(schema, table) : null,
    events: null,
    form: null,
    inferredFrom: media.inferredFrom,
    fixtures: kind === "binary" ? binaryFixtures(media, table) : fixturesOf(media, schema, status, table, diagnostics),
    origin: media.origin,
  };
}

function fixturesOf(
  media: NormalMediaType,
  schema: Schema,
  status: number | null,
  table: SchemaTable,
  diagnostics: Diagnostics,
): readonly ResponseFixture[] {
  if (isXmlMediaType(media.mediaType)) return xmlFixtures(media, table);
  const about = { schema, table, origin: media.schemaOrigin, inferred: media.inferredFrom !== null, status };
  return examplesOr(media, about, diagnostics);
}

/** How a form is read; null where its schema has no fields that could be told apart: the caller gets its bytes. */
function buildForm(
  media: NormalMediaType,
  context: ResponseContext,
): { readonly schema: Schema; readonly form: FormEncoding } | null {
  const { table } = context;
  if (!isFormMediaType(media.mediaType) || media.schema === null) return null;
  const schema = withoutNull(media.schema, table);
  if (!isFormSchema(schema, table)) return null;
  const dialectOf = mediaDialects(media, context);
  const fields = buildFormFields(media, schema, table, new Map(), dialectOf);
  // What servers add passes, as in JSON.
  return {
    schema,
    form: { kind: "form", fields, rest: buildFormRest(schema, table, dialectOf(null, {})), closed: false },
  };
}

/** The document's examples, or a value that is made from the schema. */
function examplesOr(
  media: NormalMediaType,
  about: ExampleSchema & { readonly status: number | null },
  diagnostics: Diagnostics,
): readonly ResponseFixture[] {
  const fixtures = exampleFixtures(media.examples, about, diagnostics);
  if (fixtures.length > 0) return fixtures;
  const made = madeFixture("default", about, diagnostics);
  return made === null ? [] : [made];
}
