/** Types as hover texts show them: one line, nothing nested deeply, cut where it would be long. For people, not for code. */
import { isJsonArray, isJsonObject, type JsonValue, member } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { referencedName } from "../document/referenced-name.js";
import { int64TypeOf } from "../document/int64.js";
import type { Operation, Parameter, RequestBody } from "../model/model.js";
import { objectShape, type SchemaTable } from "../model/schema-shape.js";
import { awaitedContents, successesOf } from "./response-contents.js";

/** Characters of a line, about: what is longer is cut with an ellipsis. */
const width = 200;

/** What types of a document are called. */
export interface ShortTypes {
  readonly table: SchemaTable;
  /** The types of component schemas, by the names of the schemas. */
  readonly names: ReadonlyMap<string, string>;
}

/** What an operation is called with, in one line; null where it has no input. */
export function shortInput(operation: Operation, context: ShortTypes): string | null {
  const { parameters, requestBody } = operation;
  const section = (key: string, list: readonly Parameter[]): readonly string[] => {
    if (list.length === 0) return [];
    const isRequired = list.some(({ required }) => required);
    const members = list.map(({ name, required, schema }) => ({ name, required, schema }));
    return [`${key}${isRequired ? "" : "?"}: ${shortObject(members, context, width)}`];
  };
  const body =
    requestBody === null ? [] : [`body${requestBody.required ? "" : "?"}: ${bodyType(requestBody, context)}`];
  const sections = [
    ...section("path", parameters.path),
    ...section("query", parameters.query),
    ...section("headers", parameters.headers),
    ...section("cookies", parameters.cookies),
    ...body,
  ];
  return sections.length === 0 ? null : `{ ${sections.join("; ")} }`;
}

/** What a call gives, in one line; null where that is nothing, or nobody knows. */
export function shortData(operation: Operation, context: ShortTypes): string | null {
  const types = successesOf(operation).flatMap((response) =>
    awaitedContents(response).map(({ kind, schema }) =>
      kind === "json" || kind === "form" ? shortType(schema, context, width) : kind === "binary" ? "Blob" : "string",
    ),
  );
  const distinct = [...new Set(types)].filter((type) => type !== "unknown");
  return distinct.length === 0 ? null : distinct.join(" | ");
}

function bodyType({ encoding, schema }: RequestBody, context: ShortTypes): string {
  const { kind } = encoding;
  if (kind === "raw") return "string | Blob | …";
  if (kind === "multipart") {
    const shape = objectShape(schema, context.table);
    const members = encoding.fields.map(({ name, part }): Member => {
      const required = shape?.required.has(name) ?? false;
      const isFile = (part.kind === "list" ? part.item : part).kind === "file";
      const type = isFile ? `FileInput${part.kind === "list" ? "[]" : ""}` : undefined;
      return { name, required, schema: shape?.properties.get(name) ?? {}, ...(type !== undefined && { type }) };
    });
    return shortObject(members, context, width);
  }
  return kind === "stream" ? `${shortType(schema, context, width)}[]` : shortType(schema, context, width, true);
}

interface Member {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
  /** In place of the schema's. */
  readonly type?: string;
}

/** Those that are required first; as many as there is room for. */
function shortObject(members: readonly Member[], context: ShortTypes, room: number): string {
  const inTurn = [...members.filter(({ required }) => required), ...members.filter(({ required }) => !required)];
  const parts: string[] = [];
  let length = 0;
  for (const { name, required, schema, type } of inTurn) {
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
    const part = `${key}${required ? "" : "?"}: ${type ?? shortType(schema, context, 40)}`;
    length += part.length + 2;
    if (length > room) break;
    parts.push(part);
  }
  if (parts.length < members.length) parts.push("…");
  return parts.length === 0 ? "{}" : `{ ${parts.join("; ")} }`;
}

/**
 * The type of a schema.
 * @param room characters for the members of an object
 * @param isOpen whether a component is written out, too
 */
function shortType(schema: Schema, context: ShortTypes, room: number, isOpen = false): string {
  const name = referencedName(schema);
  const own = name === null ? schema : (context.table.get(name) ?? {});
  const isWhole = room === width;
  if (name !== null && !(isWhole || isOpen)) return context.names.get(name) ?? "unknown";
  const shape = objectShape(own, context.table);
  if (shape !== null && shape.properties.size > 0) {
    if (!isWhole) return "{ … }";
    const members = [...shape.properties].map(([key, value]) => {
      return { name: key, required: shape.required.has(key), schema: value };
    });
    return shortObject(members, context, room);
  }
  const values = member(own, "enum");
  if (isJsonArray(values) && values.length > 0) return shortUnion(values.map(literalText), room);
  if (own["const"] !== undefined) return literalText(own["const"]);
  for (const key of ["oneOf", "anyOf"]) {
    const parts = member(own, key);
    if (isJsonArray(parts)) {
      const types = parts.filter(isJsonObject).map((part) => shortType(part, context, 40));
      return shortUnion([...new Set(types)], room);
    }
  }
  const type = own["type"];
  const types = isJsonArray(type) ? type : [type];
  return [...new Set(types.map((each) => plainType(each, own, context)))].join(" | ");
}

function plainType(type: JsonValue | undefined, schema: Schema, context: ShortTypes): string {
  switch (type) {
    case "string":
    case "boolean":
    case "null":
      return type;
    case "integer":
    case "number":
      return int64TypeOf(schema) ?? "number";
    case "array": {
      const items = member(schema, "items");
      const item = isJsonObject(items) ? shortType(items, context, 40) : "unknown";
      return /[ |]/.test(item) && !item.startsWith("{") ? `(${item})[]` : `${item}[]`;
    }
    case "object": {
      const rest = member(schema, "additionalProperties");
      return `Record<string, ${isJsonObject(rest) ? shortType(rest, context, 40) : "unknown"}>`;
    }
    default:
      return "unknown";
  }
}

function shortUnion(types: readonly string[], room: number): string {
  const shown = types.slice(0, room > 40 ? 8 : 4);
  return [...shown, ...(shown.length < types.length ? ["…"] : [])].join(" | ");
}

function literalText(value: JsonValue): string {
  return typeof value === "object" && value !== null
    ? "{ … }"
    : typeof value === "bigint"
      ? String(value)
      : JSON.stringify(value);
}
