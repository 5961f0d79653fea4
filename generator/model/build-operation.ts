/** One operation: parameters by place, body with its encoding, responses with their fixtures. */
import type { Diagnostics } from "../diagnostics.js";
import type {
  NormalMediaType,
  NormalOperation,
  NormalParameter,
  NormalSecurityScheme,
  Schema,
} from "../document/normal-document.js";
import { essence, isFormMediaType, isJsonMediaType, isTextMediaType } from "../document/media-type.js";
import { isJsonArray, isJsonObject, jsonObject } from "../document/json.js";
import { buildRequestFixture } from "./build-fixtures.js";
import { buildResponse } from "./build-response.js";
import { buildFormFields, buildFormRest, isFormSchema } from "./form-fields.js";
import type { BodyEncoding, Operation, Parameter, PathSegment, RequestBody } from "./model.js";
import { dereference, objectShape, type SchemaTable } from "./schema-shape.js";

export interface OperationNames {
  readonly name: string;
  readonly id: string;
  readonly typeId: string;
  readonly slug: string;
}

export interface OperationContext {
  readonly names: OperationNames;
  readonly tag: string;
  readonly table: SchemaTable;
  readonly security: readonly (readonly string[])[];
  readonly schemes: readonly NormalSecurityScheme[];
}

/** Builds an operation, or returns null where it cannot be called as documented (reported). */
export function buildOperation(
  operation: NormalOperation,
  context: OperationContext,
  diagnostics: Diagnostics,
): Operation | null {
  const path = splitPath(operation.path);
  const parameters = {
    path: pathParameters(operation, path, diagnostics),
    query: operation.parameters.filter((parameter) => parameter.in === "query").map(buildParameter),
    headers: operation.parameters.filter((parameter) => parameter.in === "header").map(buildParameter),
    cookies: operation.parameters.filter((parameter) => parameter.in === "cookie").map(buildParameter),
  };
  const requestBody = buildRequestBody(operation, context, diagnostics);
  if (requestBody === undefined) return null;
  const media = operation.requestBody?.content.find(({ mediaType }) => mediaType === requestBody?.mediaType) ?? null;
  return {
    ...context.names,
    tag: context.tag,
    method: operation.method,
    path,
    docs: { summary: operation.summary, description: operation.description, externalDocs: operation.externalDocs },
    deprecated: operation.deprecated,
    parameters,
    requestBody,
    responses: operation.responses.map((response) => buildResponse(response, context.table, diagnostics)),
    security: context.security,
    request: buildRequestFixture(operation, parameters, requestBody, media, context.table, diagnostics),
    origin: operation.origin,
  };
}

/** `/users/{id}/posts` as text and parameters, in turn. */
function splitPath(path: string): readonly PathSegment[] {
  return path
    .split(/(\{[^{}]+\})/)
    .filter((part) => part !== "")
    .map((part): PathSegment => {
      return /^\{[^{}]+\}$/.test(part) ? { kind: "parameter", name: part.slice(1, -1) } : { kind: "text", text: part };
    });
}

/** Those that the template has, in its order: what is not declared is a string, what it lacks is left out. */
function pathParameters(
  operation: NormalOperation,
  path: readonly PathSegment[],
  diagnostics: Diagnostics,
): readonly Parameter[] {
  const declared = operation.parameters.filter((parameter) => parameter.in === "path");
  const names = new Set(path.flatMap((segment) => (segment.kind === "parameter" ? [segment.name] : [])));
  for (const { name, origin } of declared) {
    if (names.has(name)) continue;
    diagnostics.add(
      "path-parameter-unused",
      { uri: origin.uri, pointer: `${origin.pointer}/name` },
      { name, path: operation.path },
    );
  }
  return [...names].map((name) => {
    const parameter = declared.find((candidate) => candidate.name === name);
    if (parameter !== undefined) return buildParameter(parameter);
    const pathItem = { uri: operation.origin.uri, pointer: operation.origin.pointer.replace(/\/[^/]*$/, "") };
    diagnostics.add("path-parameter-undeclared", pathItem, { name, path: operation.path });
    return {
      name,
      required: true,
      description: null,
      deprecated: false,
      schema: { type: "string" },
      origin: operation.origin,
      encoding: { kind: "style", style: "simple", explode: false, allowReserved: false },
    };
  });
}

function buildParameter(parameter: NormalParameter): Parameter {
  const { name, required, description, deprecated, schema, origin, style, explode, allowReserved, contentType } =
    parameter;
  return {
    name,
    required,
    description,
    deprecated,
    schema,
    origin,
    encoding: contentType === null ? { kind: "style", style, explode, allowReserved } : { kind: "json" },
  };
}

/** The body, null where there is none, undefined where it cannot be encoded. */
function buildRequestBody(
  operation: NormalOperation,
  context: OperationContext,
  diagnostics: Diagnostics,
): RequestBody | null | undefined {
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
  // A form of unknown fields is written by the caller.
  const declared: Schema = { type: "object", ...media.schema };
  const hasFields = isFormSchema(media.schema ?? declared, context.table);
  if (!isFormMediaType(media.mediaType) || !hasFields) {
    const encoding: BodyEncoding = { kind: isJsonMediaType(media.mediaType) ? "json" : "raw" };
    const isSent =
      encoding.kind === "json" ||
      isTextMediaType(media.mediaType) ||
      essence(media.mediaType) === "application/octet-stream";
    if (!isSent)
      diagnostics.add("media-type-unsupported", media.origin, {
        mediaType: media.mediaType,
        operation: context.names.name,
      });
    return { ...base, required: body.required, schema: media.schema ?? {}, encoding };
  }
  const credentials = formCredentials(context);
  const isNamed = media.schema !== null && Object.hasOwn(media.schema, "$ref");
  const schema = withCredentials(isNamed ? media.schema : declared, context.table, credentials);
  const fields = buildFormFields(media, schema, context.table, credentials, diagnostics);
  if (fields === null) return undefined;
  const required = requiredNames(media.schema ?? {}, context.table);
  const onlyCredentials = required.length > 0 && required.every((name) => credentials.has(name));
  return {
    ...base,
    required: body.required && !onlyCredentials,
    schema,
    encoding: { kind: "form", fields, rest: buildFormRest(schema, context.table) },
  };
}

/** JSON before forms before text before anything else; in document order among equals. */
function preferredMedia(content: readonly NormalMediaType[]): NormalMediaType | undefined {
  const ranks = [isJsonMediaType, isFormMediaType, isTextMediaType];
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
