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
  paragraphs,
  ts,
} from "openapi-exemplar/helpers";
import type {
  ContentDataView,
  ExampleDataView,
  JsonSchema,
  Markdown,
  OperationDataView,
  OperationView,
  PackageView,
  ResponseDataView,
  SchemaView,
  ServerDataView,
  TagView,
  WebhookView,
} from "openapi-exemplar/view";
import { type Components, isList, valueText } from "./_lib/schema-table.js";
import { fieldTables, headerTable, parameterTable } from "./_lib/tables.js";
import { ownWords, typeMarkdown, typeWords } from "./_lib/type-words.js";
import { textOf, whatItIs } from "./_lib/what-it-is.js";

const nothing = markup``;

type RequestBody = NonNullable<OperationDataView["requestBody"]>;

/** Each on its own, as GitHub makes them of headings. */
function anchorOf({ id }: OperationView): string {
  return encodeURIComponent(id.text.toLowerCase().replaceAll("$", "")).replace(/[^\w%-]/g, "");
}

/** As an application may call it beside `createClient`. */
function localName({ id }: OperationView) {
  return id.text === "createClient" ? identifier("operation") : id;
}

/** Enough for an index; what is longer ends with a sign that it does. */
const mostLetters = 160;

function firstSentence(text: string | null): Markdown {
  const [first = ""] = paragraphs(text);
  const [sentence = first] = /^[^]*?[.!?](?=\s|$)/.exec(first) ?? [];
  const cut = sentence.slice(0, mostLetters).replace(/\s+\S*$/, "");
  return markdownLine(sentence.length > mostLetters ? `${cut} …` : sentence);
}

function credentials({ security }: OperationDataView): Markdown {
  const alternatives = security.filter((names) => names.length > 0);
  if (alternatives.length === 0) return nothing;
  const each = alternatives.map((names) => joinMarkdown(names.map(markdownCode), markup` with `));
  const optional = alternatives.length < security.length ? ", or none" : "";
  return markup`Credentials: ${joinMarkdown(each, markup`, or `)}${optional}.`;
}

/** JSON that no site generator takes for a template of its own. */
function isPlainJson(value: ExampleDataView["value"]): boolean {
  return !/\{[{%]/.test(text(value));
}

function text(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? Number(inner) : inner), 2);
}

/** What is sent or received, as a block of code; null for what is shown as JSON. */
function blockOf({ kind, mediaType }: ContentDataView, { value, sent }: ExampleDataView): Markdown | null {
  // `&` stands between the pairs of a form alone: a pair a line.
  if (sent !== null) return markdownCodeBlock(kind === "form" ? sent.replaceAll("&", "\n&") : sent);
  if (typeof value === "string" && kind !== "json")
    return markdownCodeBlock(value, /[/+]xml\b/.test(mediaType) ? "xml" : "");
  return isPlainJson(value) ? null : markdownCodeBlock(text(value), "json");
}

const repeated = new WeakMap<TagView, ReadonlySet<ContentDataView>>();

/** Contents of failures that show nothing which another one before them on the page does not. */
function repeatedErrors(tag: TagView): ReadonlySet<ContentDataView> {
  const known = repeated.get(tag);
  if (known !== undefined) return known;
  const failures = tag.operations.flatMap(({ data }) => data.responses.filter(({ ok }) => !ok));
  const seen = new Set<unknown>();
  const found = failures
    .flatMap(({ contents }) => contents)
    .filter(({ schema, examples }) => {
      const { $ref } = schema;
      const isNew = typeof $ref !== "string" || !seen.has($ref) || examples.some(({ isDocumented }) => isDocumented);
      seen.add($ref);
      return !isNew;
    });
  repeated.set(tag, new Set(found));
  return new Set(found);
}

export default defineHelpers({
  prose: markdownProse,
  code: markdownCode,

  /** Of a text that is summary and description at once, one. */
  summary: ({ summary, description }: OperationDataView) => (summary === description ? null : summary),
  details: ({ description }: OperationDataView) => description,

  /** What an index says of an operation. */
  brief: ({ summary, description }: OperationDataView) => firstSentence(summary ?? description),

  /** The heading of a tag in the index. */
  pageLink: ({ title, slug }: TagView) => markdownPageLink(title, `${slug}.md`),
  operationLink: (operation: OperationView) =>
    markdownPageLink(operation.readme.name, `${operation.tag}.md#${anchorOf(operation)}`),

  hasServers: ({ servers }: PackageView) => servers.some(({ url }) => url !== "" && url !== "/"),
  server: ({ template, description }: ServerDataView) =>
    description === null ? markdownCode(template) : markup`${markdownCode(template)}: ${markdownLine(description)}`,

  /** Method, path, where it goes, and by which credentials. */
  request({ readme, data }: OperationView) {
    const servers = joinMarkdown(
      data.servers.map(({ template }) => markdownCode(template)),
      ", ",
    );
    const sent = data.servers.length === 0 ? readme.route : markup`${readme.route}, sent to ${servers}`;
    return joinMarkdown([sent, credentials(data)], "\n\n");
  },

  parameters: ({ parameters }: OperationDataView, components: Components, folder: string) =>
    parameterTable(parameters, { components, folder }),

  requestHeading(
    { mediaType, schema, kind }: ContentDataView,
    body: RequestBody,
    components: Components,
    folder: string,
  ) {
    const need = body.required ? "required" : "optional";
    const type = kind === "binary" ? markup`bytes` : typeMarkdown(typeWords(schema, components), folder);
    return markup`${markdownCode(mediaType)}, ${need}: ${type}`;
  },
  contentHeading: ({ mediaType, schema, kind }: ContentDataView, components: Components, folder: string) =>
    kind === "binary"
      ? markup`${markdownCode(mediaType)}: bytes`
      : markup`${markdownCode(mediaType)}: ${typeMarkdown(typeWords(schema, components), folder)}`,
  /** Errors are mostly of one component, whose fields are shown once on a page. */
  isShown: (content: ContentDataView, tag: TagView) => !repeatedErrors(tag).has(content),
  responseHeading: ({ status, description }: ResponseDataView) =>
    joinMarkdown([markup`**${status}**`, markdownLine(description)], " "),
  responseHeaders: ({ headers }: ResponseDataView, components: Components, folder: string) =>
    headerTable(headers, { components, folder }),

  /** Tables of the fields of an object, or of the items of a list; nothing for any other value. */
  fields: ({ schema }: { readonly schema: JsonSchema }, components: Components, folder: string) =>
    fieldTables(schema, { components, folder }),

  schemaLink: ({ id, slug }: SchemaView) => markdownPageLink(markdownCode(id.text), `schemas/${slug}.md`),
  schemaSummary: ({ schema }: SchemaView) => firstSentence(textOf(schema)),
  schemaAbout: ({ schema }: SchemaView) => textOf(schema),
  /** What values of a component are. */
  schemaType({ schema }: SchemaView, components: Components) {
    const said = { ...schema, enum: [], description: null, title: null };
    const facts = whatItIs(said, { required: false, description: "" }, components, "");
    return joinMarkdown([typeMarkdown(ownWords(schema, components), ""), facts], ". ");
  },
  schemaValues: ({ schema }: SchemaView) => (isList(schema["enum"]) ? schema["enum"].map(valueText) : []),

  /** No tag's page has a dot in its name, so that theirs are others. */
  webhookLink: ({ readme, slug }: WebhookView) => markdownPageLink(readme.name, `webhook.${slug}.md`),
  arrival: ({ method, readme }: WebhookView) =>
    readme.decoder.text === ""
      ? markup`Arrives as ${markdownCode(method)}.`
      : markup`Arrives as ${markdownCode(method)}, and is read by ${readme.decoder}.`,

  examples(content: ContentDataView) {
    const { examples } = content;
    // Of bytes there is nothing to see.
    return examples
      .filter(({ bytes }) => bytes !== "base64")
      .map((example) => {
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
