/** The body of a request: its media types, and how the values of their schemas become bytes. */
import type { Diagnostics } from "../diagnostics.js";
import { isJsonArray, isJsonObject, jsonObject } from "../document/json.js";
import {
  essence,
  isFormMediaType,
  isJsonMediaType,
  isMultipartForm,
  isMultipartMediaType,
  isTextMediaType,
  mediaTypeKey,
  multipartType,
  streamFormat,
} from "../document/media-type.js";
import type { NormalMediaType, NormalOperation, Schema } from "../document/normal-document.js";
import type { OperationContext } from "./build-operation.js";
import { concreteMediaType, contentKind } from "./content-kind.js";
import { dateShape } from "./date-shape.js";
import { buildFormFields, buildFormRest, isFormSchema } from "./form-fields.js";
import { groupContents, isCovered, wordOf } from "./group-contents.js";
import { mediaDialects } from "./media-dialects.js";
import { mediaTypeWords } from "./media-type-words.js";
import type { BodyContent, BodyEncoding, RequestBody } from "./model.js";
import { buildMultipart } from "./multipart-fields.js";
import { valueShape } from "./build-value-shape.js";
import { buildStreamBody } from "./stream-content.js";
import { reportXml } from "./xml-text.js";
import { withoutNull } from "./without-null.js";
import { dereference, essentialSchema, objectShape, type SchemaTable, typesOf } from "./schema-shape.js";

/** Builds the body; null where there is none. */
export function buildRequestBody(
  operation: NormalOperation,
  context: OperationContext,
  diagnostics: Diagnostics,
): RequestBody | null {
  const body = operation.requestBody;
  if (body === null) return null;
  if (operation.method === "get" || operation.method === "head") {
    const { uri, pointer } = operation.origin;
    // One that a reference brought has its place elsewhere; a parameter of 2.0 has its own.
    const isInside = body.origin.uri === uri && body.origin.pointer.startsWith(`${pointer}/`);
    const place = isInside ? body.origin : { uri, pointer: `${pointer}/requestBody` };
    diagnostics.add("body-not-allowed", place, { method: operation.method });
    return null;
  }
  const words = mediaTypeWords(body.content.map(({ mediaType }) => mediaType));
  const distinct = distinctMedia(body.content, context, diagnostics);
  const preferred = preferredMedia(distinct);
  if (preferred === undefined) return null;
  const inTurn = [preferred, ...distinct.filter((media) => media !== preferred)];
  const contents = inTurn.map((media): BodyContent => {
    const content = buildContent(media, context, body.required);
    return { ...content, word: wordOf(content, words), origin: media.origin };
  });
  contents.forEach((content, index) => {
    const media = inTurn[index];
    if (media !== undefined) reportUnused(media, content, media === preferred, context, diagnostics);
  });
  const groups = groupContents(contents);
  const [first, ...others] = groups.filter((content) => !isCovered(content, groups));
  for (const { documented, mediaType, origin } of groups.filter((content) => isCovered(content, groups)))
    diagnostics.add("media-type-ignored", origin, {
      mediaType: documented[0] ?? mediaType,
      chosen: mediaType,
      operation: context.names.name,
    });
  return first === undefined ? null : { ...first, description: body.description, others, origin: body.origin };
}

/** What a body of a media type is, by itself. */
function buildContent(
  declared: NormalMediaType,
  context: OperationContext,
  isRequired: boolean,
): Omit<BodyContent, "word" | "origin"> {
  const isForm = isFormMediaType(declared.mediaType) || isMultipartForm(declared.mediaType);
  const schema = declared.schema && isForm ? withoutNull(declared.schema, context.table) : declared.schema;
  const media = { ...declared, schema };
  const { mediaType, inferredFrom } = media;
  const documented = [mediaType];
  // What stands beside an `itemSchema` was not asked for.
  const base = { mediaType, mediaTypes: documented, documented, inferredFrom: media.itemSchema ? null : inferredFrom };
  if (isFormMediaType(mediaType)) {
    const form = buildForm(media, context, isRequired);
    if (form !== null) return { ...base, ...form, shape: valueShape(form.schema, context.table) };
  }
  const built = isMultipartMediaType(mediaType)
    ? buildMultipart(media, mediaDialects(media, context), context.table)
    : buildStreamBody(media, context.table);
  if (built !== null) {
    const sent = isMultipartMediaType(mediaType) ? [multipartType(mediaType)] : documented;
    const shape = valueShape(built.schema, context.table);
    return { ...base, mediaType: sent[0] ?? mediaType, mediaTypes: sent, required: isRequired, ...built, shape };
  }
  const kind = isMultipartMediaType(mediaType) ? "multipart" : contentKind(media, context.table, "binary");
  const encoding: BodyEncoding =
    kind === "json"
      ? { kind, dates: dateShape(media.schema ?? {}, context.table) }
      : { kind: "raw", content: isFormMediaType(mediaType) ? "text" : kind };
  const sent =
    kind === "multipart"
      ? multipartType(mediaType)
      : kind === "binary"
        ? mediaType
        : concreteMediaType(mediaType, kind);
  return {
    ...base,
    mediaType: sent,
    mediaTypes: [sent],
    required: isRequired,
    schema: media.schema ?? {},
    shape: valueShape(media.schema ?? {}, context.table),
    encoding,
  };
}

/** Says that a schema is not used: of the body that people will use, and of parts and events, which are work to write. */
function reportUnused(
  media: NormalMediaType,
  { encoding }: BodyContent,
  isPreferred: boolean,
  { table, names }: OperationContext,
  diagnostics: Diagnostics,
): void {
  const isStream = streamFormat(media.mediaType) !== null;
  const isMultipart = isMultipartMediaType(media.mediaType);
  if (!isPreferred && !isStream && !isMultipart) return;
  reportXml(media, table, diagnostics);
  if (encoding.kind !== "raw" || (isTextMediaType(media.mediaType) && !isStream)) return;
  const says = essentialSchema(media.itemSchema ?? media.schema ?? {}, table);
  const isStructure = typesOf(says).some((type) => type !== "string") || isJsonObject(says["properties"]);
  if (isStructure || isFormMediaType(media.mediaType) || isMultipart)
    diagnostics.add("media-type-unsupported", media.origin, { mediaType: media.mediaType, operation: names.name });
}

type Form = Pick<RequestBody, "required" | "schema" | "encoding">;

/** A form; null where its schema has no fields that could be told apart: the caller writes it. */
function buildForm(media: NormalMediaType, context: OperationContext, isRequired: boolean): Form | null {
  const { table } = context;
  const declared: Schema = { type: "object", ...media.schema };
  if (!isFormSchema(media.schema ?? declared, table)) return null;
  const credentials = formCredentials(context);
  const isNamed = media.schema !== null && Object.hasOwn(media.schema, "$ref");
  const schema = withCredentials(isNamed ? media.schema : declared, table, credentials);
  const dialectOf = mediaDialects(media, context);
  const required = requiredNames(media.schema ?? {}, table);
  const onlyCredentials = required.length > 0 && required.every((name) => credentials.has(name));
  return {
    required: isRequired && !onlyCredentials,
    schema,
    encoding: {
      kind: "form",
      fields: buildFormFields(media, schema, table, credentials, dialectOf),
      rest: buildFormRest(schema, table, dialectOf(null, {})),
      closed: dereference(schema, table)["additionalProperties"] === false,
    },
  };
}

/** Those that can be told from the ones before them, when they are sent or read; one in parts, a form if there is one. */
function distinctMedia(
  content: readonly NormalMediaType[],
  { names }: OperationContext,
  diagnostics: Diagnostics,
): readonly NormalMediaType[] {
  const multipart = ["multipart/form-data", "multipart/*"].flatMap((form) =>
    content.filter(({ mediaType }) => essence(mediaType) === form),
  )[0];
  const found = new Map<string, NormalMediaType>();
  for (const media of content) {
    const { mediaType, origin } = media;
    const isMultipart = isMultipartMediaType(mediaType);
    const key = isMultipart ? "multipart" : isFormMediaType(mediaType) ? essence(mediaType) : mediaTypeKey(mediaType);
    const first = isMultipart && multipart !== media ? (multipart ?? found.get(key)) : found.get(key);
    if (first === undefined) found.set(key, media);
    else diagnostics.add("media-type-ignored", origin, { mediaType, chosen: first.mediaType, operation: names.name });
  }
  return [...found.values()];
}

/** JSON before forms before multipart before text before anything else; in document order among equals. */
function preferredMedia(content: readonly NormalMediaType[]): NormalMediaType | undefined {
  const ranks = [isJsonMediaType, isFormMediaType, isMultipartForm, isTextMediaType];
  return (
    ranks.map((rank) => content.find(({ mediaType }) => rank(mediaType))).find((media) => media !== undefined) ??
    content[0]
  );
}

/** The schemes of the operation that are sent in a form, by the name of their field. */
function formCredentials(context: OperationContext): ReadonlyMap<string, string> {
  const needed = new Set(context.security.flat());
  return new Map(
    context.schemes.flatMap((scheme) => {
      return scheme.kind === "apiKey" && scheme.inForm && needed.has(scheme.name)
        ? [[scheme.parameter, scheme.name] as const]
        : [];
    }),
  );
}

function requiredNames(schema: Schema, table: SchemaTable): readonly string[] {
  return [...(objectShape(schema, table)?.required ?? [])];
}

/** The schema with credentials marked, and no longer required: the client fills them in. */
function withCredentials(schema: Schema, table: SchemaTable, credentials: ReadonlyMap<string, string>): Schema {
  if (![...(objectShape(schema, table)?.properties.keys() ?? [])].some((name) => credentials.has(name))) return schema;
  const { properties, required, allOf, ...rest } = dereference(schema, table);
  const marked = Object.entries(isJsonObject(properties) ? properties : {}).map(([name, property]) => {
    const scheme = credentials.get(name);
    return [
      name,
      scheme === undefined || !isJsonObject(property) ? property : { ...property, "x-exemplar-credential": scheme },
    ] as const;
  });
  return {
    ...rest,
    ...(properties !== undefined && { properties: jsonObject(marked) }),
    ...(isJsonArray(required) && {
      required: required.filter((name) => typeof name !== "string" || !credentials.has(name)),
    }),
    ...(isJsonArray(allOf) && {
      allOf: allOf.map((part) => (isJsonObject(part) ? withCredentials(part, table, credentials) : part)),
    }),
  };
}
