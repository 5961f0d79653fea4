/**
 * Streams of values. Of a response: the schema of one, and fixtures: lists of them, one, or text. Of a request: a list.
 */
import type { Diagnostics } from "../diagnostics.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../document/json.js";
import { essence, streamFormat, type StreamFormat } from "../document/media-type.js";
import type { NormalExample, NormalMediaType, Schema } from "../document/normal-document.js";
import { exampleFixtures } from "./example-fixtures.js";
import { isText, readEventSchema } from "./event-schema.js";
import { valueShape } from "./build-value-shape.js";
import { dateShape } from "./date-shape.js";
import type { EventContent, RequestBody, ResponseContent, ResponseFixture } from "./model.js";
import { essentialSchema, type SchemaTable, typesOf } from "./schema-shape.js";
import { madeFixture } from "./made-fixture.js";

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
  const origin = {
    uri: media.origin.uri,
    pointer: `${media.origin.pointer}/${media.itemSchema ? "itemSchema" : "schema"}`,
  };
  const list: Schema = { type: "array", items: schema };
  const examples = media.examples.flatMap((example): readonly ResponseFixture[] => {
    // The text of a stream stays as it is.
    if (typeof example.value === "string")
      return [{ name: example.name, value: example.value, bytes: null, excess: false, source: "example" }];
    const parse = (value: JsonValue) => (events === null ? value : withParsedData(value, events));
    return isJsonArray(example.value)
      ? exampleFixtures([{ ...example, value: example.value.map(parse) }], { schema: list, table, origin }, diagnostics)
      : exampleFixtures([{ ...example, value: parse(example.value) }], { schema, table, origin }, diagnostics);
  });
  const made = examples.length > 0 ? null : madeFixture("default", { schema: list, table, origin }, diagnostics);
  return {
    mediaType: essence(media.mediaType),
    kind,
    schema,
    shape: valueShape(schema, table),
    events,
    form: null,
    inferredFrom: media.itemSchema === null ? media.inferredFrom : null,
    fixtures: made === null ? examples : [made],
    origin: media.origin,
  };
}

/** The body of a request as a list of values; null where its values are no JSON, or nothing is known of them. */
export function buildStreamBody(
  media: NormalMediaType,
  table: SchemaTable,
): Pick<RequestBody, "schema" | "encoding"> | null {
  const format = streamFormat(media.mediaType);
  if (format === null || format === "events") return null;
  const item = itemSchema(media, table);
  if (Object.keys(essentialSchema(item, table)).length === 0 || isUnlikely(media, item, table)) return null;
  return {
    schema: { type: "array", items: item },
    encoding: { kind: "stream", format, dates: dateShape(item, table), shape: valueShape(item, table) },
  };
}

/** The examples of such a body as lists: of a text its lines, of one value a list of it. */
export function streamExamples(examples: readonly NormalExample[]): readonly NormalExample[] {
  return examples.flatMap((example): NormalExample[] => {
    const { value } = example;
    if (typeof value !== "string") return [{ ...example, value: isJsonArray(value) ? value : [value] }];
    const texts = value.split(/[\n\x1e]/).filter((text) => text.trim() !== "");
    try {
      return [{ ...example, value: texts.map((text) => JSON.parse(text) as JsonValue) }];
    } catch {
      return [];
    }
  });
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
