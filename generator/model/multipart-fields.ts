/**
 * The parts of a multipart body: which are text, JSON, files, and under which media type. OpenAPI gives the properties of
 * any multipart type to parts of their names; those that need no names (lists of parts, 3.2) are left to the caller.
 * https://spec.openapis.org/oas/v3.1.1.html#encoding-object
 */
import { isJsonArray, isJsonObject, jsonObject } from "../document/json.js";
import { essence, isJsonMediaType, isTextMediaType, multipartType } from "../document/media-type.js";
import type { NormalEncoding, NormalMediaType, Schema } from "../document/normal-document.js";
import { dateShape } from "./date-shape.js";
import { encodedByStyle, type DialectOf, isStyled } from "./form-fields.js";
import { valueShape } from "./build-value-shape.js";
import { listsOf } from "./form-dialect.js";
import type { RequestBody } from "./model.js";
import { essentialSchema, objectShape, type SchemaTable, typesOf } from "./schema-shape.js";
import type { MultipartField, PartHeader, PartValue } from "./wire.js";
import { isNullable, jsonTypesOf, structureOf } from "./wire-structure.js";
import { nestedValue } from "./wire-value.js";

/** Marks a schema whose values are files: the type that is printed for it is the runtime's `FileInput`. */
export const fileKey = "x-exemplar-file";

/** The body with its fields; null where the schema does not list any: the caller writes it. */
export function buildMultipart(
  media: NormalMediaType,
  dialectOf: DialectOf,
  table: SchemaTable,
): Pick<RequestBody, "schema" | "encoding"> | null {
  const shape = media.schema && objectShape(media.schema, table);
  if (media.schema === null || shape === null) return null;
  const fields = [...shape.properties].map(([name, property]): MultipartField => {
    const encoding = media.encoding.find((entry) => entry.property === name) ?? null;
    const part = partOf(property, encoding, dialectOf(name, property), table);
    return { name, required: shape.required.has(name), part };
  });
  return {
    schema: withFiles(media.schema, shape.properties, fields, table),
    encoding: { kind: "multipart", type: multipartType(media.mediaType), fields, open: !shape.closed },
  };
}

function partOf(
  schema: Schema,
  encoding: NormalEncoding | null,
  dialect: ReturnType<DialectOf>,
  table: SchemaTable,
): PartValue {
  const structure = structureOf(schema, table);
  // Where a style is given, the media type is ignored (OpenAPI 3.1.1, 4.8.15.1.2).
  const header = headerOf(
    schema,
    encoding !== null && isStyled(encoding) ? { ...encoding, contentType: null } : encoding,
    table,
  );
  const nullable = isNullable(schema, table);
  if (isFile(schema, encoding, table)) return { kind: "file", header };
  if (encoding !== null && isStyled(encoding) && structure.kind !== "scalar")
    return { kind: "pairs", slot: { nullable, value: encodedByStyle(schema, encoding, dialect, table) } };
  if (structure.kind === "list") {
    const isNested = dialect !== null && dialect !== "json" && !isFile(structure.items, encoding, table);
    return isNested && structureOf(structure.items, table).kind !== "scalar"
      ? { kind: "pairs", slot: { nullable, value: nestedValue(schema, listsOf(dialect), table) } }
      : { kind: "list", item: itemPart(structure.items, encoding, table) };
  }
  const isJson = header.contentType !== null && isJsonMediaType(header.contentType);
  if (structure.kind === "scalar" && !isJson) return { kind: "text", scalar: structure.scalar, header };
  if (structure.kind === "mixed" && !isJson) return { kind: "any", header };
  if (structure.kind === "object" && dialect !== null && dialect !== "json" && encoding?.contentType == null)
    return { kind: "pairs", slot: { nullable, value: nestedValue(schema, listsOf(dialect), table) } };
  return jsonPart(schema, header, table);
}

/** The Encoding Object of a list is that of its items; a list inside of a list is one item. */
function itemPart(schema: Schema, encoding: NormalEncoding | null, table: SchemaTable): PartValue {
  const part = partOf(
    schema,
    encoding && { ...encoding, style: null, explode: null, allowReserved: null },
    null,
    table,
  );
  if (part.kind !== "list") return part;
  return jsonPart(schema, headerOf(schema, encoding, table), table);
}

function jsonPart(schema: Schema, header: PartHeader, table: SchemaTable): PartValue {
  return {
    kind: "json",
    types: jsonTypesOf(schema, table),
    dates: dateShape(schema, table),
    shape: valueShape(schema, table),
    header,
  };
}

/** A string that is bytes: `format: binary` in 3.0, a media type without an encoding from 3.1 on. */
function isFile(schema: Schema, encoding: NormalEncoding | null, table: SchemaTable): boolean {
  const essential = essentialSchema(schema, table);
  const types = typesOf(essential);
  if (types.some((type) => type !== "string") || types.length > 1) return false;
  const { format, contentMediaType, contentEncoding } = essential;
  if (contentEncoding !== undefined || format === "byte") return false;
  if (format === "binary") return true;
  const given = encoding?.contentType ?? contentMediaType;
  if (typeof given !== "string") return false;
  const isUntyped = types.length === 0;
  const alternatives = given.split(",").map(essence);
  const isText = alternatives.every((type) => isTextMediaType(type) || isJsonMediaType(type));
  // A media type without a type describes bytes; text that says what kind of text it is stays text.
  return isUntyped ? contentMediaType !== undefined : !isText && Object.keys(essential).every((key) => key !== "enum");
}

function headerOf(schema: Schema, encoding: NormalEncoding | null, table: SchemaTable): PartHeader {
  const essential = essentialSchema(schema, table);
  const { contentMediaType, contentEncoding, format } = essential;
  const own = typeof contentMediaType === "string" ? contentMediaType : null;
  // Base64 stays base64: the part's bytes are those of the text (OpenAPI 3.1.1, 4.8.15.1).
  const isEncoded = contentEncoding !== undefined || format === "byte";
  const given = encoding?.contentType ?? own ?? (isEncoded ? "application/octet-stream" : null);
  const isConcrete = given !== null && /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+\s*(;[^,]*)?$/.test(given.trim());
  return { contentType: isConcrete ? given.trim() : null, headers: encoding?.headers ?? {} };
}

/** The schema with its files marked; itself where it has none. */
function withFiles(
  schema: Schema,
  properties: ReadonlyMap<string, Schema>,
  fields: readonly MultipartField[],
  table: SchemaTable,
): Schema {
  const isMarked = (part: PartValue): boolean => part.kind === "file" || (part.kind === "list" && isMarked(part.item));
  if (!fields.some(({ part }) => isMarked(part))) return schema;
  const mark = (property: Schema, part: PartValue): Schema => {
    const essential = essentialSchema(property, table);
    const docs = Object.entries({ ...essential, ...property }).filter(([key]) =>
      ["title", "description", "deprecated", "example", "examples"].includes(key),
    );
    const own = jsonObject(docs);
    if (part.kind === "file") return { ...own, type: "string", [fileKey]: true };
    const { items } = essential;
    if (part.kind !== "list" || !isJsonObject(items)) return property;
    return { ...own, type: "array", items: mark(items, part.item) };
  };
  const essential = essentialSchema(schema, table);
  const shape = objectShape(schema, table);
  const { title, description, additionalProperties } = essential;
  return {
    ...(typeof title === "string" && { title }),
    ...(typeof description === "string" && { description }),
    type: "object",
    properties: jsonObject(
      fields.map(({ name, part }) => {
        const property = properties.get(name) ?? {};
        return [name, isMarked(part) ? mark(property, part) : property] as const;
      }),
    ),
    required: [...(shape?.required ?? [])],
    ...(additionalProperties !== undefined && !isJsonArray(additionalProperties) && { additionalProperties }),
  };
}
