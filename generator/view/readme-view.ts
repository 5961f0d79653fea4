/** What the package's README shows. */
import { sentMethod } from "../document/http-method.js";
import { isJsonObject, jsonObject, type JsonValue, member } from "../document/json.js";
import { rawText } from "../model/binary-fixture.js";
import type { Model, Operation, RequestBody, Tag } from "../model/model.js";
import type { PartValue } from "../model/wire.js";
import {
  createCode,
  type Expression,
  identifier,
  joinCode,
  literal,
  type LiteralValue,
  memberAccess,
  propertyKey,
  ts,
} from "./code.js";
import { environmentVariable, schemePlace } from "./client-view.js";
import { markdownCode, markdownText } from "./markdown.js";
import type { JsonLiteral } from "./json-literal.js";
import { paragraphs } from "./prose.js";
import type {
  FacadeReadmeView,
  Markdown,
  OperationReadmeView,
  OperationView,
  PagesReadmeView,
  ReadmeView,
  TagReadmeView,
  TagView,
  WebhookView,
} from "./view.js";

/** Prose of the document on one line, its markup taken off: in a table or a heading it would be in the way. */
export function prose(text: string): Markdown {
  const plain = text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, (_, label: string) => label)
    .replace(/\*\*|__|`/g, "")
    .replace(/^\s*(?:#+|>|[-*+])\s+/gm, "");
  return createCode("markdown", markdownText(plain));
}

/** Operations and schemas of a package whose README imports all of them: what is shown is what people copy. */
const largest = 100;

/** Builds the README of a package. */
export function buildReadmeView(
  model: Model,
  packageName: string,
  tags: readonly TagView[],
  webhooks: readonly WebhookView[],
): ReadmeView {
  const decoder = webhooks.map((webhook) => webhook.decoder).find((candidate) => candidate !== null);
  const first = model.operations.find(({ requestBody }) => requestBody !== null) ?? model.operations[0];
  const views = tags.flatMap(({ operations }) => operations);
  const firstView = views.find(({ id }) => id.text === first?.id);
  const smallest = {
    client: `${packageName}/client`,
    operation: `${packageName}/operations/${firstView === undefined ? "" : `${firstView.tag}/${firstView.slug}`}`,
  };
  const isLarge = model.operations.length + model.schemas.length > largest;
  return {
    description: prose(paragraphs(model.info.description).join(" ")),
    install: createCode("markdown", packageName),
    clientModule: isLarge ? smallest.client : packageName,
    operationsModule: isLarge ? smallest.operation : `${packageName}/operations`,
    smallest: { client: markdownCode(smallest.client), operation: markdownCode(smallest.operation) },
    auth: model.securitySchemes.map((scheme) => ({
      name: markdownCode(scheme.name),
      place: createCode(
        "markdown",
        schemePlace(scheme, (name) => markdownCode(name).text),
      ),
      env: markdownCode(environmentVariable(packageName, scheme) ?? "-"),
    })),
    modules: {
      hooks: `${packageName}/hooks`,
      logger: `${packageName}/logger`,
      retry: `${packageName}/retry`,
    },
    client: clientCall(model),
    first: firstView?.readme ?? null,
    pages: pagesReadme(model, views, packageName, isLarge),
    facade: firstView === undefined ? null : facadeReadme(packageName, firstView),
    tags: tags.map((tag) => ({ title: tag.title, operations: tag.operations.map(({ readme }) => readme) })),
    webhooks: webhooks.map(({ readme }) => readme),
    receiver: decoder ? { decoder: decoder.name, module: `${packageName}/requests` } : null,
  };
}

/** How to have all items of the first operation that gives pages. */
function pagesReadme(
  { operations }: Model,
  views: readonly OperationView[],
  packageName: string,
  isLarge: boolean,
): PagesReadmeView | null {
  const paginated = operations.find(({ pagination }) => pagination !== null);
  const view = views.find(({ id }) => id.text === paginated?.id);
  if (view === undefined) return null;
  const { id, tag, slug, readme } = view;
  return {
    id,
    paginateModule: `${packageName}/paginate`,
    operationModule: `${packageName}/operations${isLarge ? `/${tag}/${slug}` : ""}`,
    example: ts`paginate(${id}, client, ${readme.input})`,
  };
}

function facadeReadme(packageName: string, first: OperationView): FacadeReadmeView {
  return {
    module: `${packageName}/facade`,
    example: first.readme.bound,
    group: markdownCode(`${packageName}/facade/${first.tag}`),
  };
}

/** How an application calls the operations of a tag. */
export function buildTagReadme(model: Model, packageName: string, slug: string): TagReadmeView {
  return {
    clientModule: packageName,
    operationsModule: `${packageName}/operations/${slug}`,
    client: clientCall(model),
  };
}

function clientCall(model: Model): Expression {
  const schemes = model.securitySchemes.map(({ name }) => ts`${propertyKey(name)}: ${"…"}`);
  const isAbsolute = /^https?:\/\//.test(model.servers[0]?.url ?? "");
  const options = [
    ...(isAbsolute ? [] : [ts`baseUrl: ${"https://…"}`]),
    ...(schemes.length === 0 ? [] : [ts`auth: { ${joinCode(schemes, ", ")} }`]),
  ];
  return options.length === 0 ? ts`createClient()` : ts`createClient({ ${joinCode(options, ", ")} })`;
}

/** One row of the table of operations, and an example call. */
export function buildOperationReadme(
  operation: Operation,
  path: string,
  tag: Tag | null,
  jsonLiteral: JsonLiteral,
): OperationReadmeView {
  const [first = ""] = paragraphs(operation.docs.summary ?? operation.docs.description);
  const input = literal(exampleInput(operation, jsonLiteral));
  const member = tag?.members.find((candidate) => candidate.operation === operation.id)?.name ?? operation.id;
  return {
    id: identifier(operation.id),
    name: markdownCode(operation.id),
    summary: prose(first),
    route: markdownCode(`${sentMethod(operation.method)} ${path}`),
    input,
    example: ts`await ${identifier(operation.id)}(client, ${input})`,
    bound: ts`await api${memberAccess(tag?.key ?? "default")}${memberAccess(member)}(${input})`,
  };
}

/** The request fixture with what is required alone. */
function exampleInput(operation: Operation, jsonLiteral: JsonLiteral): Readonly<Record<string, LiteralValue>> {
  const { request, parameters, requestBody } = operation;
  const needed = (["path", "query", "headers", "cookies"] as const).flatMap((section) => {
    const entries = parameters[section]
      .filter(({ required }) => required)
      .map(({ name, schema }) => [name, jsonLiteral(request[section][name] ?? null, schema)] as const);
    return entries.length === 0 ? [] : [[section, Object.fromEntries<LiteralValue>(entries)] as const];
  });
  if (requestBody === null || request.body === undefined) return Object.fromEntries<LiteralValue>(needed);
  const body =
    request.bodyBytes === null
      ? bodyLiteral(requiredPart(request.body, operation), requestBody, jsonLiteral)
      : ts`new Blob([${"…"}])`;
  // TypeScript refuses properties that a type does not have in a literal, and nowhere else.
  const given = request.bodyExcess ? ts`structuredClone(${body})` : body;
  return Object.fromEntries<LiteralValue>([...needed, ["body", given]]);
}

/** The body, with Blobs for files. */
function bodyLiteral(
  body: JsonValue,
  { encoding, schema, mediaType }: RequestBody,
  jsonLiteral: JsonLiteral,
): LiteralValue {
  if (encoding.kind === "raw" && encoding.content === "multipart")
    return { data: ts`new Blob([${"…"}])`, type: `${mediaType}; boundary=…` };
  if (encoding.kind === "raw") return rawText(body);
  if (encoding.kind !== "multipart" || !isJsonObject(body)) return jsonLiteral(body, schema);
  const members = Object.entries(body).map(([name, value]): readonly [string, LiteralValue] => {
    const part = encoding.fields.find((field) => field.name === name)?.part;
    const inner = member(member(schema, "properties"), name);
    return [name, fileLiteral(part) ?? jsonLiteral(value, isJsonObject(inner) ? inner : undefined)];
  });
  return Object.fromEntries(members);
}

/** A Blob for a file, or a list of one; null for what is no file. */
function fileLiteral(part: PartValue | undefined): LiteralValue | null {
  if (part?.kind === "file") return ts`new Blob([${"…"}])`;
  const item = part?.kind === "list" ? fileLiteral(part.item) : null;
  return item === null ? null : [item];
}

function requiredPart(body: JsonValue, operation: Operation): JsonValue {
  const encoding = operation.requestBody?.encoding;
  // Of a union it is not known which fields belong together.
  if (encoding?.kind !== "form" || encoding.fields.length === 0 || !isJsonObject(body)) return body;
  const required = new Set(encoding.fields.filter((field) => field.required).map(({ name }) => name));
  return jsonObject(Object.entries(body).filter(([name]) => required.has(name)));
}
