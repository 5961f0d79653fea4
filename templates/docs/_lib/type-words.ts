/** The type of a schema's values in a few words, with links to the pages of components. */
import { joinMarkdown, markdownCode, markdownPageLink, markup } from "openapi-exemplar/helpers";
import type { JsonSchema, Markdown } from "openapi-exemplar/view";
import {
  componentOf,
  type Components,
  isList,
  isObject,
  isScalar,
  schemasIn,
  typesOf,
  type Value,
  valueText,
} from "./schema-table.js";

/** One of the types that a value may have. */
export interface TypeWord {
  readonly text: string;
  /** The slug of the component that it is about. */
  readonly page: string | null;
}

/** Deeper is no short text any more. */
const mostDepth = 5;

/** More alternatives than these say less. */
const mostWords = 12;

/** The alternatives of a schema, each once: `string (date)[]`, `Pet`, `Record<string, Pet>`, `null`. */
export function typeWords(schema: Value | undefined, components: Components, depth = 0): readonly TypeWord[] {
  if (!isObject(schema)) return [word(schema === false ? "never" : "any")];
  if (depth > mostDepth) return [word("…")];
  const component = componentOf(schema, components);
  // What little there is to say of a text or a number is said where it is used.
  if (component !== undefined && !isScalar(component.schema)) return [word(component.id.text, component.slug)];
  return ownWords(component?.schema ?? schema, components, depth);
}

/** The same of a schema that may be a component itself, which is not called by its name. */
export function ownWords(schema: JsonSchema, components: Components, depth = 0): readonly TypeWord[] {
  const inside = (inner: Value | undefined) => typeWords(inner, components, depth + 1);
  const { enum: values } = schema;
  if (schema["const"] !== undefined) return [word(valueText(schema["const"]))];
  const types = typesOf(schema);
  if (isList(values)) return distinct((types.length > 0 ? types : values.map(typeOf)).map((type) => word(type)));
  // A part may say what is required alone.
  const isOwn = types.length > 0 || schema["properties"] !== undefined;
  for (const key of ["oneOf", "anyOf"]) {
    const words = distinct(schemasIn(schema[key]).flatMap(inside));
    const telling = isOwn ? words.filter(({ text }) => text !== "any" && text !== "object") : words;
    if (telling.length > mostWords) return [...telling.slice(0, mostWords), word("…")];
    if (telling.length > 0) return telling;
  }
  const parts = distinct(schemasIn(schema["allOf"]).flatMap(inside)).filter(({ text }) => text !== "any");
  const named = parts.filter(({ page }) => page !== null);
  if (named.length > 0) {
    const hasMore = parts.length > named.length || schema["properties"] !== undefined;
    const text = [...named.map((part) => part.text), ...(hasMore ? ["object"] : [])].join(" & ");
    return [word(text, named.length === 1 ? (named[0]?.page ?? null) : null)];
  }
  if (types.length > 0) return distinct(types.flatMap((type) => plainWords(type, schema, inside)));
  if (parts.length > 0) return [word(parts.map(({ text }) => text).join(" & "))];
  return [word(schema["properties"] === undefined ? "any" : "object")];
}

function plainWords(
  type: string,
  schema: JsonSchema,
  inside: (inner: Value | undefined) => readonly TypeWord[],
): readonly TypeWord[] {
  const { format, items, properties, additionalProperties } = schema;
  if (schema["x-exemplar-file"] === true) return [word("file")];
  if (type === "array") return [around(inside(items), listText)];
  if (type === "object" && properties === undefined && isObject(additionalProperties))
    return [around(inside(additionalProperties), (text) => `Record<string, ${text}>`)];
  const isFormatted = typeof format === "string" && format !== "" && type !== "object" && type !== "null";
  return [word(isFormatted ? `${type} (${format})` : type)];
}

/** `Pet[]`, `string[] (date)`, `(string | null)[]`. */
function listText(item: string): string {
  const [, type, format] = /^([\w[\]]+)( \([^()]*\))$/.exec(item) ?? [];
  if (type !== undefined && format !== undefined) return `${type}[]${format}`;
  return /[ &|]/.test(item) ? `(${item})[]` : `${item}[]`;
}

function around(inner: readonly TypeWord[], write: (text: string) => string): TypeWord {
  const pages = distinct(inner).filter(({ page }) => page !== null);
  return word(write(inner.map(({ text }) => text).join(" | ")), pages.length === 1 ? (pages[0]?.page ?? null) : null);
}

function typeOf(value: Value): string {
  if (value === null) return "null";
  return isList(value) ? "array" : typeof value === "bigint" ? "integer" : typeof value;
}

function word(text: string, page: string | null = null): TypeWord {
  return { text, page };
}

function distinct(words: readonly TypeWord[]): readonly TypeWord[] {
  return [...new Map(words.map((each) => [each.text, each])).values()];
}

/**
 * Words as Markdown.
 * @param folder where the pages of components lie, from the page that it is for: `schemas/`, or nothing
 */
export function typeMarkdown(words: readonly TypeWord[], folder: string): Markdown {
  const each = words.map(({ text, page }) => {
    const code = markdownCode(text);
    return page === null ? code : markdownPageLink(code, `${folder}${page}.md`);
  });
  const last = each.at(-1);
  if (last === undefined || each.length < 3) return joinMarkdown(each, markup` or `);
  return markup`${joinMarkdown(each.slice(0, -1), ", ")} or ${last}`;
}
