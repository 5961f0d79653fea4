/** What a cell of a table says of a value: what it means, and which values it may have. */
import {
  constraintDoc,
  joinMarkdown,
  markdownCode,
  markdownLine,
  markdownPageLink,
  markup,
} from "openapi-exemplar/helpers";
import type { JsonSchema, Markdown } from "openapi-exemplar/view";
import {
  componentOf,
  type Components,
  isList,
  isObject,
  isScalar,
  schemasIn,
  type Value,
  valueText,
} from "./schema-table.js";

/** More values than these make a table hard to read. */
const mostValues = 12;

/** A longer value is seen in the examples. */
const mostLength = 80;

export interface Said {
  readonly required: boolean;
  readonly partial?: boolean;
  readonly deprecated?: boolean;
  /** In place of the schema's own. */
  readonly description?: string | null;
}

/** All that is said of a value. */
export function whatItIs(schema: JsonSchema, said: Said, components: Components, folder: string): Markdown {
  const component = componentOf(schema, components);
  const target = component?.schema ?? {};
  const flag = (key: string) => schema[key] === true || (isScalar(target) && target[key] === true);
  const description = said.description ?? textOf(schema) ?? partText(schema, components) ?? textOf(target);
  // Of what has a page, the rest is there.
  const own = component === undefined ? schema : isScalar(target) ? { ...target, ...schema } : null;
  return joinMarkdown(
    [
      said.required ? markup`**Required.**` : markup``,
      said.deprecated === true || flag("deprecated") ? markup`**Deprecated.**` : markup``,
      flag("readOnly") ? markup`**Read-only.**` : markup``,
      flag("writeOnly") ? markup`**Write-only.**` : markup``,
      ended(markdownLine(description)),
      said.partial === true ? markup`In some alternatives only.` : markup``,
      ...(own === null ? [] : [valuesNote(own, component?.slug ?? null, folder), defaultNote(own), ended(rules(own))]),
    ],
    " ",
  );
}

/** What a schema says of itself in words. */
export function textOf(schema: JsonSchema): string | null {
  const { description, title } = schema;
  if (typeof description === "string" && description.trim() !== "") return description;
  // One word is a name for programs, and seldom says more than the field's.
  return typeof title === "string" && title.trim().includes(" ") ? title : null;
}

/** Of what is written as a composition of one part, to say something beside a reference. */
function partText(schema: JsonSchema, components: Components): string | null {
  const parts = ["allOf", "oneOf", "anyOf"].flatMap((key) => schemasIn(schema[key]));
  const [only, ...others] = parts.filter((part) => part["type"] !== "null");
  return only === undefined || others.length > 0 ? null : textOf(componentOf(only, components)?.schema ?? only);
}

/** The values of an enum, or of the items of a list. */
function valuesNote(schema: JsonSchema, page: string | null, folder: string): Markdown {
  const { items } = schema;
  const isOfItems = !isList(schema["enum"]) && isObject(items);
  const values = isOfItems ? items["enum"] : schema["enum"];
  if (!isList(values) || values.length === 0) return markup``;
  const shown = values.filter((value) => value !== null);
  const start = isOfItems ? markup`Each one of` : markup`One of`;
  const each = joinMarkdown(
    shown.slice(0, mostValues).map((value) => markdownCode(shortText(value))),
    ", ",
  );
  if (shown.length <= mostValues) return markup`${start} ${each}.`;
  return page === null
    ? markup`${start} ${each}, and ${shown.length - mostValues} more.`
    : markup`${start} ${each}, and ${markdownPageLink(markup`${shown.length - mostValues} more`, `${folder}${page}.md`)}.`;
}

function defaultNote(schema: JsonSchema): Markdown {
  const { default: value } = schema;
  if (value === undefined || valueText(value).length > mostLength) return markup``;
  return markup`Default: ${markdownCode(valueText(value))}.`;
}

/** A format is part of the type. */
function rules(schema: JsonSchema): Markdown {
  const isListed = isList(schema["enum"]) && schema["enum"].length > 0;
  const line = isListed ? null : constraintDoc({ ...schema, format: null });
  return line === null ? markup`` : markdownLine(line);
}

function shortText(value: Value): string {
  const text = valueText(value);
  return text.length > mostLength ? `${text.slice(0, mostLength)}…` : text;
}

/** As a sentence, so that another one may follow. */
function ended(line: Markdown): Markdown {
  return /[\p{L}\p{N}"')\]`*]$/u.test(line.text) ? markup`${line}.` : line;
}
