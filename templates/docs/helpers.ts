/** Helpers of the set `docs`. */
import {
  defineHelpers,
  identifier,
  joinMarkdown,
  literal,
  markdownCode,
  markdownCodeBlock,
  markdownLine,
  markdownPageLink,
  markdownProse,
  markup,
  ts,
} from "openapi-exemplar/helpers";
import type {
  ContentDataView,
  ExampleDataView,
  Markdown,
  OperationDataView,
  OperationView,
  PackageView,
  ParameterDataView,
  ResponseDataView,
  SchemaReferenceView,
  ServerDataView,
  TagView,
} from "openapi-exemplar/view";
import { formText } from "./_lib/form-text.js";
import { fieldsOf, typeText } from "./_lib/schema-text.js";

const nothing = markup``;

/** Each on its own, as GitHub makes them of headings. */
function anchorOf({ id }: OperationView): string {
  return encodeURIComponent(id.text.toLowerCase().replaceAll("$", "")).replace(/[^\w%-]/g, "");
}

/** As an application may call it beside `createClient`. */
function localName({ id }: OperationView) {
  return id.text === "createClient" ? identifier("operation") : id;
}

function listOf(parts: readonly Markdown[], separator: string): Markdown {
  return joinMarkdown(parts, separator);
}

function credentials({ security }: OperationDataView): Markdown {
  const alternatives = security.filter((names) => names.length > 0);
  if (alternatives.length === 0) return nothing;
  const each = alternatives.map((names) => listOf(names.map(markdownCode), " with "));
  const optional = alternatives.length < security.length ? ", or none" : "";
  return markup`Credentials: ${listOf(each, ", or ")}${optional}.`;
}

/** JSON that no site generator takes for a template of its own. */
function isPlainJson(value: ExampleDataView["value"]): boolean {
  return !/\{[{%]/.test(text(value));
}

function text(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? Number(inner) : inner), 2);
}

/** What is sent or received, as a block of code; null for what is shown as JSON. */
function blockOf({ kind, mediaType }: ContentDataView, { value, bytes }: ExampleDataView): Markdown | null {
  if (bytes === "base64") return markup`Bytes.`;
  if (kind === "form") {
    const form = formText(value);
    if (form !== null) return markdownCodeBlock(form);
  }
  if (typeof value === "string" && kind !== "json")
    return markdownCodeBlock(value, /[/+]xml\b/.test(mediaType) ? "xml" : "");
  return isPlainJson(value) ? null : markdownCodeBlock(text(value), "json");
}

export default defineHelpers({
  prose: markdownProse,
  code: markdownCode,

  /** Of a text that is summary and description at once, one. */
  summary: ({ summary, description }: OperationDataView) => (summary === description ? null : summary),
  details: ({ description }: OperationDataView) => description,

  /** The heading of a tag in the index. */
  pageLink: ({ title, slug }: TagView) => markdownPageLink(title, `${slug}.md`),
  operationLink: (operation: OperationView) =>
    markdownPageLink(operation.readme.name, `${operation.tag}.md#${anchorOf(operation)}`),

  hasServers: ({ servers }: PackageView) => servers.some(({ url }) => url !== "" && url !== "/"),
  server: ({ template, description }: ServerDataView) =>
    description === null ? markdownCode(template) : markup`${markdownCode(template)}: ${markdownLine(description)}`,

  /** Method, path, where it goes, and by which credentials. */
  request({ readme, data }: OperationView) {
    const servers = listOf(
      data.servers.map(({ template }) => markdownCode(template)),
      ", ",
    );
    const sent = data.servers.length === 0 ? readme.route : markup`${readme.route}, sent to ${servers}`;
    return joinMarkdown([sent, credentials(data)], "\n\n");
  },

  type: (schema: ParameterDataView["schema"], references: readonly SchemaReferenceView[]) =>
    markdownCode(typeText(schema, references)),
  about: ({ required, deprecated, description }: ParameterDataView) =>
    joinMarkdown(
      [
        required ? markup`**Required.**` : nothing,
        deprecated ? markup`**Deprecated.**` : nothing,
        markdownLine(description),
      ],
      " ",
    ),

  requestHeading({ mediaType, schema }: ContentDataView, { requestBody, references }: OperationDataView) {
    const need = requestBody?.required === true ? "required" : "optional";
    return markup`${markdownCode(mediaType)}, ${need}: ${markdownCode(typeText(schema, references))}`;
  },
  contentHeading: ({ mediaType, schema }: ContentDataView, references: readonly SchemaReferenceView[]) =>
    markup`${markdownCode(mediaType)}: ${markdownCode(typeText(schema, references))}`,
  responseHeading: ({ status, description }: ResponseDataView) =>
    joinMarkdown([markup`**${status}**`, markdownLine(description)], " "),

  /** A table of the properties of an object; nothing for any other value. */
  fields({ schema }: ContentDataView, references: readonly SchemaReferenceView[]) {
    const rows = fieldsOf(schema, references).map(({ name, type, required, description }) => {
      const what = joinMarkdown([required ? markup`**Required.**` : nothing, markdownLine(description)], " ");
      return markup`| ${markdownCode(name)} | ${markdownCode(type)} | ${what} |`;
    });
    if (rows.length === 0) return nothing;
    return joinMarkdown([markup`| field | type | what it is |`, markup`| --- | --- | --- |`, ...rows], "\n");
  },

  examples(content: ContentDataView) {
    const { examples } = content;
    return examples.map((example) => {
      const named = examples.length > 1 || example.name !== "default";
      const word = example.isDocumented ? markup`Example` : markup`For example`;
      const block = blockOf(content, example);
      return {
        label: named ? markup`${word} ${markdownCode(example.name)}:` : markup`${word}:`,
        isJson: block === null,
        value: example.value,
        block: block ?? nothing,
      };
    });
  },

  imported(operation: OperationView) {
    const local = localName(operation);
    return local === operation.id ? ts`${local}` : ts`${operation.id} as ${local}`;
  },
  call: (operation: OperationView) => ts`await ${localName(operation)}(client, ${literal(operation.readme.input)})`,
  variable: ({ id }: OperationView) => identifier(id.text === "data" ? "answer" : "data"),
});
