/** A webhook or callback: its types, what reads its requests, and a request to test with. */
import type { BodyContent, Model, Operation, Webhook } from "../model/model.js";
import type { SchemaTable } from "../model/schema-shape.js";
import type { TypePrinter } from "../types/print-types.js";
import { createCode, declaration, identifier, ts } from "./code.js";
import { docComment, type DocTag } from "./doc-comment.js";
import { buildFixturesView } from "./fixtures-view.js";
import { buildFormViews } from "./form-view.js";
import { hasFiles } from "./has-files.js";
import { createImports } from "./import-lines.js";
import type { JsonLiteral } from "./json-literal.js";
import { markdownCode } from "./markdown.js";
import { buildOperationData } from "./operation-data.js";
import { buildOperationTypesView } from "./operation-types-view.js";
import { buildOperationTypes } from "./operation-types.js";
import { successesOf } from "./response-contents.js";
import { paragraphs } from "./prose.js";
import { prose } from "./readme-view.js";
import { bodyTypeName, mediaTypesText, requestBodies } from "./request-bodies.js";
import { buildRequestDecoderView } from "./request-decoder-view.js";
import { namesEvents } from "./response-reader-view.js";
import type { PackageView, RequestDecoderView, TypeView, WebhookReadmeView, WebhookView } from "./view.js";

/** Builds the view of a webhook or callback. */
export function buildWebhookView(
  webhook: Webhook,
  printer: TypePrinter,
  table: SchemaTable,
  jsonLiteral: JsonLiteral,
  schemas: Model["schemas"],
): WebhookView {
  const { operation } = webhook;
  const { slug, id } = operation;
  const module = `../webhooks/${slug}.js`;
  const printed = buildOperationTypes(operation, printer);
  const types = webhookTypes(webhook, printed.types);
  const imports = createImports();
  for (const schema of printed.references) imports.type(`../schemas/${schema.slug}.js`, schema.id);
  if (hasFiles(operation)) imports.type("../runtime/multipart.js", "FileInput");
  if (namesEvents(operation)) imports.type("../runtime/event-stream.js", "ServerSentEvent");
  const decoder = buildRequestDecoderView(operation, { operation: module, form: `../forms/${slug}.js` }, "");
  const { input } = printed;
  const forms = buildFormViews(operation, module, new Map());
  return {
    id: identifier(id),
    name: webhook.name,
    slug,
    method: operation.method.toUpperCase(),
    data: buildOperationData(operation, schemas),
    dataTypes: buildOperationTypesView(operation, printed),
    imports: imports.lines(),
    types,
    helpers: printed.helpers.map(declaration),
    typeNames: types.map((type) => type.id),
    input,
    ...forms,
    decoder: decoder && { ...decoder, doc: decoderDoc(webhook) },
    fixtures:
      operation.request.bodyBytes !== null
        ? null
        : { id: identifier(id), input, fixtures: buildFixturesView(operation, printed, module, table, jsonLiteral) },
    readme: buildReadme(webhook, decoder, input.type.text),
    modules: {
      webhook: `./webhooks/${slug}.js`,
      form: `./forms/${slug}.js`,
      fixtures: `./fixtures/${slug}.js`,
      request: `./requests/${slug}.js`,
    },
  };
}

/** What checks the signatures of webhooks; null where the document does not say how, or has none. */
export function buildSignatureView({ webhookSignature, webhooks }: Model): PackageView["signature"] {
  if (webhookSignature === null || webhooks.length === 0) return null;
  const { header, algorithm } = webhookSignature;
  return {
    doc: docComment(
      [
        `Checks the signature of a webhook's request, HMAC-${algorithm.toUpperCase().replace("SHA", "SHA-")} in the header \`${header.replaceAll("`", "")}\`. The request's body can still be read afterwards.`,
      ],
      [
        { name: "param", text: "secrets one, or several while the secret is being changed." },
        { name: "returns", text: "null where it is right; else what is wrong, in a few words." },
      ],
    ),
    scheme: ts`${{ ...webhookSignature }}`,
  };
}

/** Those of an operation, with what is true of a request that arrives; the outcome of a call is none of them. */
function webhookTypes(webhook: Webhook, types: readonly TypeView[]): readonly TypeView[] {
  const { operation } = webhook;
  const { typeId, responses } = operation;
  const isError = responses.length > successesOf(operation).length;
  const left = new Set([`${typeId}Result`, ...(isError ? [] : [`${typeId}Error`])]);
  const raw = new Map(requestBodies(operation).flatMap((content) => rawBody(operation, content)));
  return types.flatMap((type): readonly TypeView[] => {
    if (left.has(type.id.text)) return [];
    if (type.id.text === `${typeId}Input`) return [{ ...type, doc: inputDoc(webhook) }];
    return [raw.get(type.id.text) ?? type];
  });
}

/** The type of what the reader makes of a body that has no structure, by its name; none where it has. */
function rawBody(operation: Operation, content: BodyContent): readonly (readonly [string, TypeView])[] {
  if (content.encoding.kind !== "raw") return [];
  const id = bodyTypeName(operation, content);
  const type = { text: ts`string`, binary: ts`Blob`, multipart: ts`{ readonly data: Blob; readonly type: string }` }[
    content.encoding.content
  ];
  const doc = docComment([`The body of \`${operation.id}\`: ${mediaTypesText(content.mediaTypes)}.`]);
  return [[id.text, { id, doc, declaration: declaration(ts`export type ${id} = ${type};`.text) }]];
}

function inputDoc(webhook: Webhook) {
  const { docs, deprecated } = webhook.operation;
  const { summary, description, externalDocs } = docs;
  const tags: DocTag[] = [];
  if (externalDocs !== null) tags.push({ name: "see", text: externalDocs.url });
  if (deprecated) tags.push({ name: "deprecated", text: "" });
  return docComment(
    [
      `What arrives: ${named(webhook)}.`,
      ...paragraphs(summary),
      ...paragraphs(description === summary ? null : description),
      ...origin(webhook),
    ],
    tags,
  );
}

function decoderDoc(webhook: Webhook) {
  return docComment([
    `Reads a request that arrives: ${named(webhook)}.`,
    webhook.operation.requestBody?.encoding.kind === "json"
      ? "Types and required parts of parameters are checked. The body must be JSON, and is not checked against its schema."
      : "What the schemas say of types and required parts is checked, other keywords are not.",
  ]);
}

/** The webhook in words. */
function named({ name, callback }: Webhook): string {
  return callback === null ? `the webhook ${code(name)}` : `the callback ${code(name)} of ${code(callback.owner)}`;
}

/** How it is sent, and to which URL. */
function origin({ callback, operation }: Webhook): readonly string[] {
  const method = operation.method.toUpperCase();
  return [callback === null ? `\`${method}\`` : `\`${method}\` to ${code(callback.expression)}`];
}

function code(text: string): string {
  return `\`${text.replaceAll("`", "").replace(/\s+/g, " ")}\``;
}

function buildReadme(webhook: Webhook, decoder: RequestDecoderView | null, input: string): WebhookReadmeView {
  const { docs } = webhook.operation;
  const [summary = ""] = paragraphs(docs.summary ?? docs.description);
  const { callback } = webhook;
  const name = markdownCode(webhook.name);
  const owner = callback === null ? null : markdownCode(callback.owner);
  return {
    name: owner === null ? name : createCode("markdown", `${name.text} of ${owner.text}`),
    summary: prose(summary),
    decoder: decoder === null ? createCode("markdown", "") : markdownCode(decoder.name.text),
    input: markdownCode(input),
  };
}
