/** Fixtures of an operation: constants typed by its types, and factories. */
import { isJsonArray, type JsonValue, writeJson } from "../document/json.js";
import { fixtureSchema } from "../model/fixture-dates.js";
import { camelCase, createNameScope } from "../model/names.js";
import type { Operation, Response, ResponseContent, ResponseFixture } from "../model/model.js";
import type { SchemaTable } from "../model/schema-shape.js";
import { unionPointers } from "../model/union-pointers.js";
import { identifier, propertyKey, typeExpression } from "./code.js";
import { docComment } from "./doc-comment.js";
import { createImports } from "./import-lines.js";
import { blob, factoryOf, type FixtureContext, typed } from "./fixture-context.js";
import type { JsonLiteral } from "./json-literal.js";
import type { OperationTypes } from "./operation-types.js";
import { buildRequestFixtures } from "./request-fixtures-view.js";
import { contentsInTurn, type ContentType, isStream, preferredContent, successesOf } from "./response-contents.js";
import type { FixturesView, ResponseFixturesView, ResponseFixtureView } from "./view.js";

/** Builds the fixtures of an operation. */
export function buildFixturesView(
  operation: Operation,
  types: OperationTypes,
  operationModule: string,
  table: SchemaTable,
  jsonLiteral: JsonLiteral,
): FixturesView {
  const imports = createImports();
  const locals = createNameScope([operation.id]);
  const context: FixtureContext = {
    operation,
    types,
    operationModule,
    imports,
    locals,
    table,
    jsonLiteral,
    constants: new Map(),
  };
  const hasRequest = operation.request.lacks !== "request";
  if (hasRequest) imports.type(operationModule, types.input.type.text);
  const { bodies, sections, requests } = buildRequestFixtures(context);
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
    bodies,
    hasRequest,
    sections,
    requests,
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
  const how = examples.some(({ isCut }) => isCut === true) ? "without what is `writeOnly`" : "exactly";
  if (examples.length === fixtures.length) return `Responses are the document's examples, ${how}.`;
  return examples.length === 0
    ? "The document has no example of a response, so these were made from its schemas."
    : `Responses are the document's examples, ${how}; where there is none, they were made from its schemas.`;
}

/** The key of a content's fixtures: `200`, or `200 text/csv` for one that is not the preferred one. */
export function fixturesKey(response: Response, content: ResponseContent): string {
  return content === preferredContent(response) ? response.status : `${response.status} ${content.mediaType}`;
}

function responseFixtures(
  context: FixtureContext,
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
function fixtureType(
  { imports, operationModule }: FixtureContext,
  { item, type, exported }: ContentType,
  value: JsonValue,
) {
  if (item !== null && typeof value === "string") return typeExpression("string");
  const name = item ?? type;
  if (item !== null || exported) imports.type(operationModule, name.text);
  return typeExpression(item !== null && isJsonArray(value) ? `readonly ${name.text}[]` : name.text);
}

function fixtureView(
  context: FixtureContext,
  { response, content, type }: TypedContent,
  fixture: ResponseFixture,
  hasFactory: boolean,
): ResponseFixtureView {
  const own = fixtureType(context, type, fixture.value);
  const value =
    fixture.bytes !== null && typeof fixture.value === "string"
      ? blob(context, fixture.value, fixture.bytes, content.sentAs ?? content.mediaType)
      : typed(context, own, context.jsonLiteral(fixture.value, fixtureSchema(content, fixture.value)), fixture.excess);
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
    factory: hasFactory ? factoryOf(context, context.types.response) : null,
    unions: hasFactory ? unionPointers(fixture.value, content.schema, context.table) : [],
    value,
  };
}
