/**
 * What a schema says of an event stream. From 3.2 on `itemSchema` is that of an event, whose `data` is text that may hold
 * JSON (https://spec.openapis.org/oas/v3.2.0.html#server-sent-event-streams); documents before that describe an event
 * in the same way, or the data alone.
 */
import { isJsonArray, isJsonObject, type JsonValue, jsonObject, member } from "../document/json.js";
import { isJsonMediaType } from "../document/media-type.js";
import type { Schema } from "../document/normal-document.js";
import type { EventContent } from "./model.js";
import { dereference, essentialSchema, objectShape, type SchemaTable, typesOf } from "./schema-shape.js";

export interface EventSchema {
  readonly schema: Schema;
  readonly events: EventContent;
}

/** The schema of an event as it arrives, or of its data: JSON is then a value, and no longer text. */
export function readEventSchema(schema: Schema, table: SchemaTable): EventSchema {
  const kinds = eventKinds(schema, table, 0);
  if (kinds === null || !kinds.every(isEvent)) {
    const isJson = !isText(schema, table);
    return { schema: isJson ? schema : textSchema(schema, table), events: { describes: "data", isJson, others: [] } };
  }
  const parts = kinds.map((kind) => arrivingEvent(kind, table));
  const [only] = parts;
  const description = member(dereference(schema, table), "description");
  return {
    schema: {
      ...(description !== undefined && { description }),
      ...(only !== undefined && parts.length === 1 ? only.schema : { oneOf: parts.map((part) => part.schema) }),
    },
    events: { describes: "event", ...jsonByName(parts) },
  };
}

/** One kind of event: the properties of a schema that has no alternatives. */
interface EventKind {
  readonly properties: ReadonlyMap<string, Schema>;
  readonly required: ReadonlySet<string>;
}

/** A document may fan out. */
const maximumKinds = 500;

/** The alternatives of a schema, each with what stands beside them; null where one is no plain object. */
function eventKinds(schema: Schema, table: SchemaTable, depth: number): readonly EventKind[] | null {
  if (depth > 8) return null;
  const { oneOf, anyOf, ...rest } = dereference(schema, table);
  const alternatives = [oneOf, anyOf].flatMap((list) => (isJsonArray(list) ? list : []));
  const own = objectShape(rest, table);
  if (alternatives.length === 0) return own && [own];
  if (own === null && !typesOf(rest).every((type) => type === "object")) return null;
  const kinds: EventKind[] = [];
  for (const alternative of alternatives) {
    const inner = isJsonObject(alternative) ? eventKinds(alternative, table, depth + 1) : null;
    if (inner === null || kinds.length + inner.length > maximumKinds) return null;
    kinds.push(...inner.map((kind) => (own === null ? kind : withBase(kind, own, table))));
  }
  return kinds;
}

function withBase(kind: EventKind, base: EventKind, table: SchemaTable): EventKind {
  const properties = new Map(base.properties);
  for (const [name, property] of kind.properties) {
    const general = base.properties.get(name);
    properties.set(name, general === undefined ? property : { ...dereference(general, table), ...property });
  }
  return { properties, required: new Set([...base.required, ...kind.required]) };
}

const eventFields = new Set(["event", "data", "id", "retry"]);

/** True for an event; an object with any other property is the data of one. */
function isEvent({ properties }: EventKind): boolean {
  return properties.has("data") && [...properties.keys()].every((name) => eventFields.has(name));
}

interface ArrivingEvent {
  readonly schema: Schema;
  readonly isJson: boolean;
  /** The names that such events have; empty where the document does not say. */
  readonly names: readonly string[];
}

/** An event as our reader gives it: data is always there, what is text on the wire is text. */
function arrivingEvent({ properties, required }: EventKind, table: SchemaTable): ArrivingEvent {
  const data = properties.get("data") ?? {};
  const isJson = isJsonData(data, table);
  const arriving = [...properties].map(([name, property]): readonly [string, Schema] => {
    if (name === "data") return [name, isJson ? jsonData(data, table) : textSchema(data, table)];
    return [name, name === "retry" ? { type: "integer" } : textSchema(property, table)];
  });
  return {
    schema: {
      type: "object",
      properties: jsonObject(arriving),
      required: [...properties.keys()].filter((name) => name === "data" || required.has(name)),
    },
    isJson,
    names: textsOf(essentialSchema(properties.get("event") ?? {}, table)),
  };
}

/** Which events have JSON: all or none, mostly. */
function jsonByName(parts: readonly ArrivingEvent[]): Omit<EventContent, "describes"> {
  if (parts.every(({ isJson }) => isJson)) return { isJson: true, others: [] };
  const unnamed = parts.filter(({ names }) => names.length === 0);
  const isJson = unnamed.length > 0 && unnamed.every((part) => part.isJson);
  const others = parts.filter((part) => part.isJson !== isJson).flatMap(({ names }) => names);
  return { isJson, others: [...new Set(others)] };
}

function isJsonData(data: Schema, table: SchemaTable): boolean {
  const mediaType = member(essentialSchema(data, table), "contentMediaType");
  return typeof mediaType === "string" ? isJsonMediaType(mediaType) : !isText(data, table);
}

/** The schema of the value behind the text. */
function jsonData(data: Schema, table: SchemaTable): Schema {
  const essential = essentialSchema(data, table);
  if (!Object.hasOwn(essential, "contentMediaType")) return data;
  const content = member(essential, "contentSchema");
  return isJsonObject(content) ? content : {};
}

/** True where a schema says that a value is text, or nothing at all; a text among others, such as `[DONE]`, is none. */
export function isText(schema: Schema, table: SchemaTable, seen: Set<Schema> = new Set()): boolean {
  const essential = essentialSchema(schema, table);
  // One that was seen is text, or the answer would be there; a document may fan out.
  if (seen.has(essential)) return true;
  if (seen.add(essential).size > maximumKinds) return false;
  const types = typesOf(essential);
  if (types.length > 0) return types.every((type) => type === "string");
  const values = valuesOf(essential);
  if (values.length > 0) return values.every((value) => typeof value === "string");
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((key) => {
    const list = essential[key];
    return isJsonArray(list) ? list.filter(isJsonObject) : [];
  });
  if (parts.length > 0) return parts.every((part) => isText(part, table, seen));
  return !["properties", "additionalProperties", "items", "prefixItems"].some((key) => Object.hasOwn(essential, key));
}

/** The schema where it is one of text, else any text. */
function textSchema(schema: Schema, table: SchemaTable): Schema {
  const essential = essentialSchema(schema, table);
  const says = typesOf(essential).length > 0 || valuesOf(essential).length > 0;
  if (says && isText(schema, table)) return schema;
  const description = member(essential, "description");
  return { ...(description !== undefined && { description }), type: "string" };
}

function valuesOf(schema: Schema): readonly JsonValue[] {
  const values = schema["enum"];
  if (Object.hasOwn(schema, "const")) return [member(schema, "const") ?? null];
  return isJsonArray(values) ? values : [];
}

function textsOf(schema: Schema): readonly string[] {
  return valuesOf(schema).filter((value) => typeof value === "string");
}
