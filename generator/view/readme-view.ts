/** What the package's README shows. */
import { isJsonObject, jsonObject, type JsonValue } from "../document/json.js";
import type { Model, Operation } from "../model/model.js";
import { createCode, type Expression, identifier, joinCode, literal, propertyKey, ts } from "./code.js";
import { schemePlace } from "./client-view.js";
import { markdownCode, markdownText } from "./markdown.js";
import { paragraphs } from "./prose.js";
import type { Markdown, OperationReadmeView, ReadmeView, TagView } from "./view.js";

/** Prose of the document on one line of Markdown. */
export function prose(text: string): Markdown {
  return createCode("markdown", markdownText(text));
}

/** Builds the README of a package. */
export function buildReadmeView(model: Model, packageName: string, tags: readonly TagView[]): ReadmeView {
  const first = model.operations.find(({ requestBody }) => requestBody !== null) ?? model.operations[0];
  const firstView = tags.flatMap(({ operations }) => operations).find(({ id }) => id.text === first?.id);
  return {
    description: prose(paragraphs(model.info.description).join(" ")),
    install: createCode("markdown", packageName),
    operationsModule: `${packageName}/operations`,
    auth: model.securitySchemes.map((scheme) => ({
      name: markdownCode(scheme.name),
      place: createCode("markdown", schemePlace(scheme)),
    })),
    client: clientCall(model),
    first: firstView?.readme ?? null,
    tags: tags.map((tag) => ({ title: tag.title, operations: tag.operations.map(({ readme }) => readme) })),
  };
}

function clientCall(model: Model): Expression {
  if (model.securitySchemes.length === 0) return ts`createClient()`;
  const members = model.securitySchemes.map(({ name }) => ts`${propertyKey(name)}: ${"…"}`);
  return ts`createClient({ auth: { ${joinCode(members, ", ")} } })`;
}

/** One row of the table of operations, and an example call. */
export function buildOperationReadme(operation: Operation, path: string): OperationReadmeView {
  const [first = ""] = paragraphs(operation.docs.summary ?? operation.docs.description);
  return {
    id: identifier(operation.id),
    name: markdownCode(operation.id),
    summary: prose(first),
    route: markdownCode(`${operation.method.toUpperCase()} ${path}`),
    example: ts`await ${identifier(operation.id)}(client, ${literal(exampleInput(operation))})`,
  };
}

/** The request fixture with what is required alone. */
function exampleInput(operation: Operation): Readonly<Record<string, JsonValue>> {
  const { request, parameters, requestBody } = operation;
  const needed = (["path", "query", "headers", "cookies"] as const).flatMap((section) => {
    const names = parameters[section].filter(({ required }) => required).map(({ name }) => name);
    const entries = names.map((name) => [name, request[section][name] ?? null] as const);
    return entries.length === 0 ? [] : [[section, jsonObject(entries)] as const];
  });
  if (requestBody === null || request.body === undefined) return jsonObject<JsonValue>(needed);
  return jsonObject<JsonValue>([...needed, ["body", requiredPart(request.body, operation)]]);
}

function requiredPart(body: JsonValue, operation: Operation): JsonValue {
  const encoding = operation.requestBody?.encoding;
  if (encoding?.kind !== "form" || !isJsonObject(body)) return body;
  const required = new Set(encoding.fields.filter((field) => field.required).map(({ name }) => name));
  return jsonObject(Object.entries(body).filter(([name]) => required.has(name)));
}
