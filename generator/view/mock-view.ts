/** What the mock answers: a row for each operation. */
import { jsonObject } from "../document/json.js";
import type { NormalSecurityScheme } from "../document/normal-document.js";
import { convertedKinds } from "../model/converted-kinds.js";
import { dateTexts } from "../model/fixture-dates.js";
import type { Model, Operation, Response, ResponseContent } from "../model/model.js";
import type { SchemaTable } from "../model/schema-shape.js";
import type { ValueShape } from "../model/value-shape.js";
import { identifier, memberAccess, propertyKey, ts, joinCode, type Expression } from "./code.js";
import { createImports, type Imports } from "./import-lines.js";
import { fixturesKey } from "./fixtures-view.js";
import { shapeExpression } from "./value-shape-view.js";
import { requestBodies } from "./request-bodies.js";
import { contentsInTurn } from "./response-contents.js";
import { runtimeUser } from "./runtime-user.js";
import type { JsonSchemaViews, OperationSchemasView } from "./json-schema-view.js";
import type { MemberView, MockView, OperationView } from "./view.js";

/** Builds the mock's table. */
export function buildMockView(
  model: Model,
  operations: readonly OperationView[],
  { operations: schemas }: JsonSchemaViews,
  table: SchemaTable,
): MockView {
  const imports = createImports();
  imports.value("./runtime/mock-fetch.js", "makeMock");
  imports.type("./runtime/mock-fetch.js", "MockOf");
  imports.type("./runtime/mock-fetch.js", "MockOptions");
  const rows = model.operations.map((operation, index) => {
    const view = operations[index];
    if (view === undefined) throw new Error("there is a view for each operation");
    const names = [view.input.type, view.response, view.result, ...(view.stream?.names ?? [])];
    for (const { text } of names) imports.type(view.modules.operation, text);
    if (view.stream?.namesEvents === true) imports.type("./runtime/event-stream.js", "ServerSentEvent");
    const members = rowMembers(operation, view, schemas.get(operation.id) ?? null, { imports, table });
    return { key: propertyKey(operation.id), name: operation.name, members };
  });
  return {
    imports: imports.lines(),
    basePaths: basePathsOf(model),
    schemes: model.securitySchemes.map((scheme) => ({ key: propertyKey(scheme.name), value: placeOf(scheme) })),
    operations: rows,
    types: operations.map(({ id, input, response, result, stream }) => {
      return { key: propertyKey(id.text), input: input.type, response, result, item: stream?.item ?? null };
    }),
  };
}

/** The paths of all servers' URLs, whatever their variables are, without a slash at their ends. */
function basePathsOf({ servers, operations }: Model): readonly string[] {
  const all = [...servers, ...operations.flatMap((operation) => operation.servers)];
  const paths = all
    .flatMap(({ urls }) => urls)
    .flatMap((url) =>
      URL.canParse(url, "http://localhost/") ? [new URL(url, "http://localhost/").pathname.replace(/\/+$/, "")] : [],
    );
  return [...new Set(paths)].filter((path) => path !== "");
}

/** Where the mock looks for a credential: the places in which it may stand. */
function placeOf(
  scheme: NormalSecurityScheme,
): readonly { readonly in: string; readonly name: string; readonly scheme?: string }[] {
  if (scheme.kind === "mutualTLS") return [];
  if (scheme.kind !== "apiKey") return [{ in: "header", name: "authorization", scheme: authScheme(scheme) }];
  const own = { in: scheme.in, name: scheme.parameter };
  return scheme.inForm ? [{ in: "form", name: scheme.parameter }, own] : [own];
}

/** The word that an `authorization` header begins with (RFC 9110, section 11.1). */
function authScheme(scheme: Exclude<NormalSecurityScheme, { readonly kind: "apiKey" | "mutualTLS" }>): string {
  if (scheme.kind === "http") return scheme.scheme;
  return scheme.kind === "basic" ? "Basic" : "Bearer";
}

interface MockContext {
  readonly imports: Imports;
  readonly table: SchemaTable;
}

function rowMembers(
  operation: Operation,
  view: OperationView,
  schemas: OperationSchemasView | null,
  { imports, table }: MockContext,
): readonly MemberView[] {
  const members: MemberView[] = [];
  const add = (key: string, value: Expression) => members.push({ key: propertyKey(key), value });
  add("method", ts`${view.method}`);
  add("path", ts`${view.path}`);
  if (operation.security.length > 0) add("security", ts`${operation.security}`);
  const documented = requestBodies(operation).flatMap((content) => content.documented);
  const [only] = documented;
  if (only !== undefined) add("contentType", documented.length === 1 ? ts`${only}` : ts`${documented}`);
  if (view.decoder !== null) {
    imports.value(view.modules.request, view.decoder.name.text);
    add("decode", ts`${view.decoder.name}`);
  }
  if (schemas !== null) {
    imports.value(view.modules.jsonSchemas, schemas.name.text);
    add("schemas", ts`${schemas.name}`);
  }
  add(
    "responses",
    ts`[${joinCode(
      operation.responses.map((response) => responseExpression(operation, view, response, schemas, { imports, table })),
      ", ",
    )}]`,
  );
  return members;
}

function responseExpression(
  operation: Operation,
  view: OperationView,
  response: Response,
  schemas: OperationSchemasView | null,
  { imports, table }: MockContext,
): Expression {
  const [preferred, ...others] = contentsInTurn(response).filter(({ sentAs }) => sentAs !== null);
  const sent = response.headers.flatMap(({ name, text }) => (text === null ? [] : [[name, text] as const]));
  const headers = sent.length === 0 ? ts`` : ts`, headers: ${jsonObject(sent)}`;
  const status = ts`status: ${response.status}${headers}`;
  if (preferred === undefined) return ts`{ ${status} }`;
  const use = runtimeUser(imports, "./runtime/");
  const forms = operation.responses.flatMap(({ contents }) => contents.filter(({ form }) => form !== null));
  const formWriter = (content: ResponseContent): Expression | null => {
    const form = view.answerForms[forms.indexOf(content)];
    if (form === undefined) return null;
    imports.value(view.modules.form, form.encoder.text);
    return ts`${use("form-example", "formExample")}(${form.encoder})`;
  };
  const contentOf = (content: ResponseContent): Expression => {
    const key = fixturesKey(response, content);
    const schema = schemas?.responses.has(key) === true ? ts`, schema: ${schemas.name}.responses[${key}]` : ts``;
    const type = ts`contentType: ${content.sentAs ?? ""}${schema}`;
    const { text } = propertyKey(key);
    if (view.fixtures.responses.every((fixtures) => fixtures.status.text !== text)) return type;
    imports.value(view.modules.fixtures, operation.id);
    const writer =
      content.form === null ? content.shape && writerOf(content, content.shape, table, use) : formWriter(content);
    const write = writer === null ? ts`` : ts`, write: ${writer}`;
    return ts`${type}, examples: ${identifier(operation.id)}.responses${responseAccess(key)}${write}`;
  };
  const more = others.map((content) => ts`{ ${contentOf(content)} }`);
  const alternatives = more.length === 0 ? ts`` : ts`, others: [${joinCode(more, ", ")}]`;
  return ts`{ ${status}, ${contentOf(preferred)}${alternatives} }`;
}

/** What writes the examples of a content of which some values are something else in code; `shape` says which. */
function writerOf(
  content: ResponseContent,
  shape: ValueShape,
  table: SchemaTable,
  use: ReturnType<typeof runtimeUser>,
): Expression {
  const { int64, dates } = convertedKinds(shape);
  const own = [...dateTexts(content, table)].map(([pointer, texts]) => ts`${propertyKey(pointer)}: ${texts}`);
  const texts = own.length === 0 ? ts`` : ts`{ ${joinCode(own, ", ")} }`;
  if (int64 === null) return ts`${use("date-answer", "dateAnswer")}(${texts})`;
  const whole = dates ? ts`, ${use("date-answer", "datesAsText")}(${texts})` : ts``;
  return ts`${use("int64-answer", "int64Answer")}(${shapeExpression(shape, use)}${whole})`;
}

/** `[200]` for the property `200`, `.default` for `default`, `["4XX"]` for `4XX`. */
function responseAccess(status: string): Expression {
  return /^\d+$/.test(status) ? ts`[${Number(status)}]` : ts`${memberAccess(status)}`;
}
