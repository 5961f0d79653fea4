/** The content of a response that is a stream of values: the schema of one, and fixtures: lists of them, one, or text. */
import type { Diagnostics } from "../diagnostics.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../document/json.js";
import { essence, type StreamFormat } from "../document/media-type.js";
import type { NormalMediaType, Schema } from "../document/normal-document.js";
import { exampleFixtures } from "./build-fixtures.js";
import { isText, readEventSchema } from "./event-schema.js";
import { int64Shape } from "./int64-shape.js";
import type { EventContent, ResponseContent, ResponseFixture } from "./model.js";
import { essentialSchema, type SchemaTable, typesOf } from "./schema-shape.js";
import { synthesise } from "./synthesise.js";

/** Builds the content of a stream. */
export function buildStreamContent(
  media: NormalMediaType,
  kind: StreamFormat,
  table: SchemaTable,
  diagnostics: Diagnostics,
): Omit<ResponseContent, "word" | "sentAs"> {
  const item = itemSchema(media, table);
  const { schema, events } =
    kind === "events"
      ? readEventSchema(item, table)
      : { schema: isUnlikely(media, item, table) ? {} : item, events: null };
  const list: Schema = { type: "array", items: schema };
  const examples = media.examples.flatMap((example): readonly ResponseFixture[] => {
    // The text of a stream stays as it is.
    if (typeof example.value === "string")
      return [{ name: example.name, value: example.value, bytes: null, source: "example" }];
    const parse = (value: JsonValue) => (events === null ? value : withParsedData(value, events));
    return isJsonArray(example.value)
      ? exampleFixtures([{ ...example, value: example.value.map(parse) }], list, table, diagnostics)
      : exampleFixtures([{ ...example, value: parse(example.value) }], schema, table, diagnostics);
  });
  const value = examples.length > 0 ? undefined : synthesise(list, { table, name: "", description: null });
  return {
    mediaType: essence(media.mediaType),
    kind,
    schema,
    int64: int64Shape(schema, table),
    events,
    inferredFrom: media.itemSchema === null ? media.inferredFrom : null,
    fixtures: value === undefined ? examples : [{ name: "default", value, bytes: null, source: "synthesised" }],
    origin: media.origin,
  };
}

/**
 * `itemSchema`, or what `schema` says of a value: from 3.2 on it describes the values as a list; documents before that
 * often describe one of them.
 */
function itemSchema(media: NormalMediaType, table: SchemaTable): Schema {
  if (media.itemSchema !== null) return media.itemSchema;
  // What was inferred from a text says no more than that it is one.
  if (media.schema === null || (media.inferredFrom !== null && isText(media.schema, table))) return {};
  const essential = essentialSchema(media.schema, table);
  const isList = typesOf(essential).length === 1 && typesOf(essential)[0] === "array";
  if (!isList) return media.schema;
  return isJsonObject(essential["items"]) ? essential["items"] : {};
}

/** True where a document only says that lines of JSON are text, which they are as a whole. */
function isUnlikely(media: NormalMediaType, item: Schema, table: SchemaTable): boolean {
  return media.itemSchema === null && item === media.schema && isText(item, table);
}

/** An example of an event has its data as the text that is sent; a fixture has the value that arrives. */
function withParsedData(value: JsonValue, events: EventContent): JsonValue {
  if (events.describes === "data" || !isJsonObject(value) || typeof value["data"] !== "string") return value;
  const name = value["event"];
  const isJson = events.isJson !== (typeof name === "string" && events.others.includes(name));
  if (!isJson) return value;
  try {
    // JSON.parse is typed `any`; what it returns is a JsonValue by definition.
    return { ...value, data: JSON.parse(value["data"]) as JsonValue };
  } catch {
    return value;
  }
}
