/** What an operation's pages could be about: the fields of its request, and those of the data of its response. */
import { isJsonArray, isJsonObject, jsonObject, member } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import type { BodyContent, Operation, Response } from "./model.js";
import { essentialSchema, memberSchemas, objectShape, partsOf, type SchemaTable, typesOf } from "./schema-shape.js";

export interface Field {
  /** Of the request, the section of the input first. */
  readonly path: readonly string[];
  /** The words of its name, in lower case and without anything between: `pagenumber` for `page_number`, `page[number]`. */
  readonly words: string;
  /** The same of the objects around it, from the outermost inwards. */
  readonly around: readonly string[];
  /** Behind references; what `allOf` adds to it is in `facts`. */
  readonly schema: Schema;
  readonly facts: Schema;
}

/** The fields of a request that may say which page is meant: of the query, of a form or of a JSON body. */
export function requestFields(
  { parameters, requestBody }: Pick<Operation, "parameters" | "requestBody">,
  table: SchemaTable,
): readonly Field[] {
  const query = parameters.query.filter(({ credential, encoding }) => credential === null && !encoding.whole);
  const roots = query.map(({ name, schema, description }): Field => {
    const field = fieldOf(["query", name], [], schema, table);
    return description === null ? field : { ...field, facts: { ...field.facts, description } };
  });
  const body = requestBody !== null && isWritten(requestBody) ? fieldOf(["body"], [], requestBody.schema, table) : null;
  const inBody = body === null ? [] : membersOf({ ...body, words: "" }, table);
  // The fields of an object too, as in `page[number]`.
  return [...roots, ...inBody].flatMap((field) => [field, ...membersOf(field, table)]);
}

function isWritten({ encoding }: BodyContent): boolean {
  return encoding.kind === "form" || encoding.kind === "json";
}

/** The data of a response, if it is JSON, and what stands in it, three objects deep; nothing in lists. */
export function responseFields({ contents }: Response, table: SchemaTable): readonly Field[] {
  const schema = contents.find(({ kind }) => kind === "json")?.schema;
  if (schema === undefined) return [];
  const root = fieldOf([], [], schema, table);
  const first = membersOf(root, table);
  const second = first.flatMap((field) => membersOf(field, table));
  return [root, ...first, ...second, ...second.flatMap((field) => membersOf(field, table))];
}

function fieldOf(path: readonly string[], around: readonly string[], schema: Schema, table: SchemaTable): Field {
  const essential = essentialSchema(schema, table);
  return { path, words: wordsOf(path.at(-1) ?? ""), around, schema: essential, facts: factsOf(essential, table) };
}

/** A schema with the keywords of what it is composed of; of one that several have, the first. */
function factsOf(schema: Schema, table: SchemaTable): Schema {
  const parts = isJsonArray(schema["allOf"]) ? [...partsOf(schema, table, ["allOf"])] : [schema];
  return jsonObject(parts.reverse().flatMap((part) => Object.entries(part)));
}

function membersOf({ path, words, around, schema }: Field, table: SchemaTable): readonly Field[] {
  const properties = objectShape(schema, table)?.properties ?? new Map<string, Schema>();
  const names = words === "" ? around : [...around, words];
  return [...properties].map(([name, property]) => fieldOf([...path, name], names, property, table));
}

/** The words of a name, joined: names that differ in case, in `_`, `-` or brackets alone have the same. */
function wordsOf(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}

/** True for a list of any length. */
export function isList({ facts }: Field): boolean {
  const types = typesOf(facts);
  return types.length === 0 ? Object.hasOwn(facts, "items") : types.length === 1 && types[0] === "array";
}

/** True for a field of this type, and no other beside null. */
export function isOfType({ facts }: Field, ...names: readonly string[]): boolean {
  const types = typesOf(facts);
  return types.length > 0 && types.every((type) => names.includes(type));
}

/** True for a text that is an address: by its format, its name, or an example. */
export function isUrl({ words, around, facts }: Field): boolean {
  const { format, description, example, examples } = facts;
  if (typeof format === "string" && /^(?:ur[il]|iri)(?:-reference)?$/.test(format)) return true;
  if (/(?:url|uri|link|href)$/.test(words) || around.includes("links")) return true;
  const samples = [example, ...(isJsonArray(examples) ? examples : [])];
  if (samples.some((sample) => typeof sample === "string" && /^(?:https?:)?\//.test(sample))) return true;
  return typeof description === "string" && /\bur[il]s?\b/i.test(description) && !/cursor|token/i.test(description);
}

/** True where items of the list, or some of them, have such a property. */
export function hasMember(items: Field, name: string, table: SchemaTable): boolean {
  const item = member(items.facts, "items");
  return isJsonObject(item) && memberSchemas(name, partsOf(item, table)).length > 0;
}
