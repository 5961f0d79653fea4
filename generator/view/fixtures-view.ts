/** Fixtures of an operation: constants typed by its types, and factories. */
import { isJsonArray, type JsonValue, writeJson } from "../document/json.js";
import { rawText } from "../model/binary-fixture.js";
import { fixtureBoundary } from "../model/build-fixtures.js";
import { concreteMediaType } from "../model/content-kind.js";
import { camelCase, createNameScope } from "../model/names.js";
import type { ByteText, Operation, Response, ResponseContent, ResponseFixture } from "../model/model.js";
import {
  type Expression,
  type Identifier,
  identifier,
  literal,
  type LiteralValue,
  propertyKey,
  ts,
  type TypeExpression,
  typeExpression,
} from "./code.js";
import { docComment } from "./doc-comment.js";
import { createImports, type Imports } from "./import-lines.js";
import type { JsonLiteral } from "./json-literal.js";
import type { OperationTypes } from "./operation-types.js";
import { bodyTypeName } from "./request-bodies.js";
import { contentsInTurn, type ContentType, isStream, preferredContent, successesOf } from "./response-contents.js";
import type { BodyFixtureView, FixturesView, MemberView, ResponseFixturesView, ResponseFixtureView } from "./view.js";

/** Builds the fixtures of an operation. */
export function buildFixturesView(
  operation: Operation,
  types: OperationTypes,
  operationModule: string,
  jsonLiteral: JsonLiteral,
): FixturesView {
  const imports = createImports();
  const locals = createNameScope([operation.id]);
  const context: Context = { operation, types, operationModule, imports, locals, jsonLiteral, constants: new Map() };
  const hasRequest = operation.request.lacks !== "request";
  if (hasRequest) imports.type(operationModule, types.input.type.text);
  const body = bodyFixture(context);
  const sections = sectionMembers(operation, jsonLiteral);
  const success = successesOf(operation)[0];
  const responses = operation.responses.flatMap((response) =>
    contentsInTurn(response).flatMap((content) =>
      responseFixtures(context, response, content, response === success && content === preferredContent(response)),
    ),
  );
  return {
    doc: docComment([
      `Fixtures of \`${operation.id}\`: ${requestWords(operation)}the documented responses.`,
      responseSource(operation),
    ]),
    type: identifier(`${operation.typeId}Fixtures`),
    body,
    hasRequest,
    sections:
      body !== null && operation.request.body !== undefined
        ? [...sections, { key: propertyKey("body"), value: literal(body.constant) }]
        : sections,
    responses,
    imports: imports.lines(),
  };
}

function requestWords({ request }: Operation): string {
  return request.lacks === "request" ? "" : "a request with every field but credentials, and ";
}

/** Where the responses come from, in words. */
function responseSource(operation: Operation): string {
  const fixtures = operation.responses.flatMap(({ contents }) => contents.flatMap(({ fixtures: own }) => own));
  const examples = fixtures.filter(({ source }) => source === "example");
  if (fixtures.length === 0) return "The document describes no body of a response.";
  if (examples.length === fixtures.length) return "Responses are the document's examples, exactly.";
  return examples.length === 0
    ? "The document has no example of a response, so these were made from its schemas."
    : "Responses are the document's examples, exactly; where there is none, they were made from its schemas.";
}

interface Context {
  readonly operation: Operation;
  readonly types: OperationTypes;
  readonly operationModule: string;
  readonly imports: Imports;
  readonly locals: ReturnType<typeof createNameScope>;
  readonly jsonLiteral: JsonLiteral;
  /** The constants of the fixtures of responses, by their type and value. */
  readonly constants: Map<string, Identifier>;
}

function factory(context: Context, type: Identifier): Identifier {
  context.imports.value("../runtime/merge.js", "merge");
  context.imports.type("../runtime/merge.js", "Overrides");
  return identifier(`make${type.text}`);
}

function bodyFixture(context: Context): BodyFixtureView | null {
  const { requestBody, request } = context.operation;
  if (requestBody === null || request.lacks !== "nothing") return null;
  const type = bodyTypeName(context.operation, requestBody);
  const { body, bodyBytes } = request;
  const isRaw = requestBody.encoding.kind === "raw";
  if (isRaw && (bodyBytes === null || typeof body !== "string")) return null;
  context.imports.type(context.operationModule, type.text);
  return {
    type,
    constant: identifier(context.locals.claim("requestBody")),
    factory: isRaw ? null : factory(context, type),
    // Where credentials are the whole body, the request has none, and its factory makes an empty one.
    value:
      bodyBytes === null || typeof body !== "string"
        ? body === undefined
          ? {}
          : typed(context, type, context.jsonLiteral(body), request.bodyExcess)
        : blob(context, body, bodyBytes, concreteMediaType(requestBody.mediaType, "binary")),
  };
}

/** A value with properties that its type does not have goes through a function, where TypeScript does not mind them. */
function typed(
  { imports }: Context,
  type: Identifier | TypeExpression,
  value: LiteralValue,
  excess: boolean,
): LiteralValue | Expression {
  if (!excess) return value;
  imports.value("../runtime/fixture.js", "fixture");
  return ts`/* @__PURE__ */ fixture<${type}>()(${value})`;
}

/** A Blob, which bundlers leave out where nobody uses it. */
function blob({ imports }: Context, value: string, bytes: ByteText, type: string): Expression {
  if (bytes === "text") return ts`/* @__PURE__ */ new Blob([${value}], { type: ${type} })`;
  imports.value("../runtime/base64-bytes.js", "base64Bytes");
  return ts`/* @__PURE__ */ new Blob([/* @__PURE__ */ base64Bytes(${value})], { type: ${type} })`;
}

function sectionMembers(operation: Operation, jsonLiteral: JsonLiteral): readonly MemberView[] {
  const { path, query, headers, cookies } = operation.request;
  const sections: readonly (readonly [string, Readonly<Record<string, JsonValue>>])[] = [
    ["path", path],
    ["query", query],
    ["headers", headers],
    ["cookies", cookies],
  ];
  const members = sections
    .filter(([, values]) => Object.keys(values).length > 0)
    .map(([key, values]) => {
      return { key: propertyKey(key), value: literal(jsonLiteral(values)) };
    });
  const { body, bodyBytes } = operation.request;
  const { requestBody } = operation;
  if (requestBody?.encoding.kind !== "raw" || body === undefined || bodyBytes !== null) return members;
  const text = rawText(body);
  const value =
    requestBody.encoding.content === "multipart"
      ? ts`{ data: /* @__PURE__ */ new Blob([${text}]), type: ${`${requestBody.mediaType}; boundary=${fixtureBoundary}`} }`
      : literal(text);
  return [...members, { key: propertyKey("body"), value }];
}

/** The key of a content's fixtures: `200`, or `200 text/csv` for one that is not the preferred one. */
export function fixturesKey(response: Response, content: ResponseContent): string {
  return content === preferredContent(response) ? response.status : `${response.status} ${content.mediaType}`;
}

function responseFixtures(
  context: Context,
  response: Response,
  content: ResponseContent,
  isFirst: boolean,
): readonly ResponseFixturesView[] {
  const type = context.types.contents.get(content);
  if (type === undefined || content.fixtures.length === 0) return [];
  // Neither a stream nor bytes can be merged with overrides.
  const hasFactory = isFirst && !isStream(content) && content.kind !== "binary";
  const fixtures = content.fixtures.map((fixture, index) => {
    return fixtureView(context, { response, content, type }, fixture, hasFactory && index === 0);
  });
  return [{ status: propertyKey(fixturesKey(response, content)), fixtures }];
}

interface TypedContent {
  readonly response: Response;
  readonly content: ResponseContent;
  readonly type: ContentType;
}

/** The type of a body, or of a stream: of a list of its values, of one value, of its text. */
function fixtureType({ imports, operationModule }: Context, { item, type, exported }: ContentType, value: JsonValue) {
  if (item !== null && typeof value === "string") return typeExpression("string");
  const name = item ?? type;
  if (item !== null || exported) imports.type(operationModule, name.text);
  return typeExpression(item !== null && isJsonArray(value) ? `readonly ${name.text}[]` : name.text);
}

function fixtureView(
  context: Context,
  { response, content, type }: TypedContent,
  fixture: ResponseFixture,
  hasFactory: boolean,
): ResponseFixtureView {
  const own = fixtureType(context, type, fixture.value);
  const value =
    fixture.bytes !== null && typeof fixture.value === "string"
      ? blob(context, fixture.value, fixture.bytes, content.sentAs ?? content.mediaType)
      : typed(context, own, context.jsonLiteral(fixture.value), fixture.excess);
  const key = `${own.text} ${fixture.bytes === null ? "" : `${fixture.bytes} ${content.sentAs ?? ""}`} ${writeJson(fixture.value)}`;
  const same = content === preferredContent(response) ? undefined : context.constants.get(key);
  const about = content === preferredContent(response) ? "" : content.word;
  const constant =
    same ??
    identifier(
      context.locals.claim(
        camelCase(`response ${response.status} ${about} ${fixture.name}`, `response${response.status}`),
      ),
    );
  context.constants.set(key, constant);
  return {
    key: propertyKey(fixture.name),
    type: own,
    constant,
    declares: same === undefined,
    factory: hasFactory ? factory(context, context.types.response) : null,
    value,
  };
}
