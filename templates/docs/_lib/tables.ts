/** Tables of fields and of parameters. */
import { joinMarkdown, markdownCode, markup } from "openapi-exemplar/helpers";
import type { JsonSchema, Markdown, ParameterDataView, ResponseDataView } from "openapi-exemplar/view";
import { type Field, fieldsOf, innerFields } from "./fields-of.js";
import { componentOf, type Components } from "./schema-table.js";
import { typeMarkdown, typeWords } from "./type-words.js";
import { whatItIs } from "./what-it-is.js";

/** A table with more rows has those of each field inside it apart. */
const mostRows = 100;

/** What a table needs of its page. */
interface Page {
  readonly components: Components;
  /** Where the pages of components lie. */
  readonly folder: string;
}

/**
 * The fields of a schema; nothing for any other value than objects and lists of them. Of a large component the fields of
 * fields are left to its page.
 */
export function fieldTables(schema: JsonSchema, page: Page): Markdown {
  const fields = fieldsOf(schema, page.components);
  if (fields.length === 0) return markup``;
  if (flat(fields).length <= mostRows) return fieldTable(flat(fields), page);
  const isElsewhere = componentOf(schema, page.components) !== undefined;
  const apart = isElsewhere ? [] : fields.filter(({ inner }) => inner.length > 0);
  return joinMarkdown(
    [
      fieldTable(fields, page),
      ...apart.flatMap(({ path, inner }) => [markup`Fields of ${markdownCode(path)}:`, fieldTable(flat(inner), page)]),
    ],
    "\n\n",
  );
}

/** Fields, each before those inside it. */
function flat(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap((field) => [field, ...flat(field.inner)]);
}

function fieldTable(fields: readonly Field[], page: Page): Markdown {
  return table(
    ["field", "type", "what it is"],
    fields.map((field) => [markdownCode(field.path), ...described(field, page)]),
  );
}

/** Parameters, and the fields of those that are objects. */
export function parameterTable(parameters: readonly ParameterDataView[], page: Page): Markdown {
  const rows = parameters.flatMap((parameter): readonly (readonly Markdown[])[] => {
    const { name, schema } = parameter;
    const place = markup`${parameter.in}`;
    const type = typeMarkdown(typeWords(schema, page.components), page.folder);
    const inner = flat(innerFields(schema, name, page.components));
    return [
      [markdownCode(name), place, type, whatItIs(schema, parameter, page.components, page.folder)],
      ...inner.map((field) => [markdownCode(field.path), place, ...described(field, page)]),
    ];
  });
  return table(["name", "in", "type", "what it is"], rows);
}

/** The headers of a response. */
export function headerTable(headers: ResponseDataView["headers"], page: Page): Markdown {
  const rows = headers.map(({ name, schema, description }) => [
    markdownCode(name),
    typeMarkdown(typeWords(schema, page.components), page.folder),
    // Whether it is always sent is no demand on the reader.
    whatItIs(schema, { required: false, description }, page.components, page.folder),
  ]);
  return table(["header", "type", "what it is"], rows);
}

function described(field: Field, { components, folder }: Page): readonly Markdown[] {
  return [typeMarkdown(field.types, folder), whatItIs(field.schema, field, components, folder)];
}

/** A last column in which nothing is said is left out. */
function table(heads: readonly string[], rows: readonly (readonly Markdown[])[]): Markdown {
  if (rows.length === 0) return markup``;
  if (rows.every((cells) => cells.at(-1)?.text === ""))
    return table(
      heads.slice(0, -1),
      rows.map((cells) => cells.slice(0, -1)),
    );
  const row = (cells: readonly Markdown[]) => markup`| ${joinCells(cells)} |`;
  const rule = heads.map(() => markup`---`);
  return joinMarkdown([row(heads.map((head) => markup`${head}`)), row(rule), ...rows.map(row)], "\n");
}

/** An empty cell is a cell. */
function joinCells(cells: readonly Markdown[]): Markdown {
  const [first = markup``, ...others] = cells;
  return others.reduce((line, cell) => markup`${line} | ${cell}`, first);
}
