/** The body of a request: which media type is sent, and how its schema's values become bytes. */
import type { Diagnostics } from "../diagnostics.js";
import { dialectOfSchema } from "../document/form-dialect.js";
import { isJsonArray, isJsonObject, jsonObject } from "../document/json.js";
import { essence, isFormMediaType, isJsonMediaType, isTextMediaType } from "../document/media-type.js";
import type { NormalMediaType, NormalOperation, Schema } from "../document/normal-document.js";
import type { OperationContext } from "./build-operation.js";
import { dateShape } from "./date-shape.js";
import { buildFormFields, buildFormRest, type DialectOf, isFormSchema } from "./form-fields.js";
import type { BodyEncoding, RequestBody } from "./model.js";
import { buildMultipart } from "./multipart-fields.js";
import { int64Shape } from "./int64-shape.js";
import { reportXml } from "./xml-text.js";
import { dereference, objectShape, type SchemaTable } from "./schema-shape.js";

/** Builds the body; null where there is none. */
export function buildRequestBody(
  operation: NormalOperation,
  context: OperationContext,
  diagnostics: Diagnostics,
): RequestBody | null {
  const body = operation.requestBody;
  if (body === null) return null;
  if (operation.method === "get" || operation.method === "head") {
    diagnostics.add(
      "body-not-allowed",
      { uri: operation.origin.uri, pointer: `${operation.origin.pointer}/requestBody` },
      { method: operation.method },
    );
    return null;
  }
  const media = preferredMedia(body.content);
  if (media === undefined) return null;
  for (const { mediaType, origin } of body.content) {
    if (mediaType === media.mediaType) continue;
    diagnostics.add("media-type-ignored", origin, {
      mediaType,
      chosen: media.mediaType,
      operation: context.names.name,
    });
  }
  const base = {
    description: body.description,
    mediaType: media.mediaType,
    inferredFrom: media.inferredFrom,
    origin: body.origin,
  };
  if (isFormMediaType(media.mediaType)) {
    const form = buildForm(media, context, body.required);
    if (form !== null) return { ...base, ...form, int64: int64Shape(form.schema, context.table) };
  }
  if (isMultipartForm(media.mediaType)) {
    const multipart = buildMultipart(media, dialects(media, context), context.table);
    if (multipart !== null)
      return { ...base, required: body.required, ...multipart, int64: int64Shape(multipart.schema, context.table) };
  }
  reportXml(media, context.table, diagnostics);
  const encoding: BodyEncoding = isJsonMediaType(media.mediaType)
    ? { kind: "json", dates: dateShape(media.schema ?? {}, context.table) }
    : { kind: "raw" };
  const isSent =
    encoding.kind === "json" ||
    isTextMediaType(media.mediaType) ||
    essence(media.mediaType) === "application/octet-stream";
  if (!isSent)
    diagnostics.add("media-type-unsupported", media.origin, {
      mediaType: media.mediaType,
      operation: context.names.name,
    });
  const schema = media.schema ?? {};
  return { ...base, required: body.required, schema, int64: int64Shape(schema, context.table), encoding };
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
  const dialectOf = dialects(media, context);
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

/** The dialect of each property: what is said closest to it, and then the configuration before the document. */
function dialects(media: NormalMediaType, { forms, names }: OperationContext): DialectOf {
  const name = [names.name, names.id].find((candidate) => Object.hasOwn(forms.operations, candidate));
  const own = name === undefined ? undefined : forms.operations[name];
  const properties = new Map(Object.entries(own?.properties ?? {}));
  return (property, schema) =>
    (property === null ? undefined : properties.get(property)) ??
    dialectOfSchema(schema) ??
    own?.dialect ??
    media.dialect ??
    forms.dialect;
}

/** JSON before forms before multipart before text before anything else; in document order among equals. */
function preferredMedia(content: readonly NormalMediaType[]): NormalMediaType | undefined {
  const ranks = [isJsonMediaType, isFormMediaType, isMultipartForm, isTextMediaType];
  return (
    ranks.map((rank) => content.find(({ mediaType }) => rank(mediaType))).find((media) => media !== undefined) ??
    content[0]
  );
}

function isMultipartForm(mediaType: string): boolean {
  return essence(mediaType) === "multipart/form-data";
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
