/** Fixtures of an operation: constants typed by its types, and factories. */
import { isJsonArray, type JsonValue } from "../document/json.js";
import { camelCase, createNameScope } from "../model/names.js";
import type { Operation, Response, ResponseContent } from "../model/model.js";
import { type Identifier, identifier, literal, propertyKey, type TypeExpression, typeExpression } from "./code.js";
import { docComment } from "./doc-comment.js";
import { createImports, type Imports } from "./import-lines.js";
import { isStream, type OperationTypes, preferredContent, successesOf } from "./operation-types.js";
import type { BodyFixtureView, FixturesView, MemberView, ResponseFixturesView, ResponseFixtureView } from "./view.js";

/** Builds the fixtures of an operation. */
export function buildFixturesView(operation: Operation, types: OperationTypes, operationModule: string): FixturesView {
  const imports = createImports();
  const locals = createNameScope([operation.id]);
  const context: Context = { operation, types, operationModule, imports, locals };
  const hasRequest = operation.request.lacks !== "request";
  if (hasRequest) imports.type(operationModule, types.input.type.text);
  const body = bodyFixture(context);
  const sections = sectionMembers(operation);
  const success = successesOf(operation)[0];
  const responses = operation.responses.flatMap((response) =>
    responseFixtures(context, response, response === success),
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
  const fixtures = operation.responses.flatMap((response) => preferredContent(response)?.fixtures ?? []);
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
}

function factory(context: Context, type: Identifier): Identifier {
  context.imports.value("../runtime/merge.js", "merge");
  context.imports.type("../runtime/merge.js", "Overrides");
  return identifier(`make${type.text}`);
}

function bodyFixture(context: Context): BodyFixtureView | null {
  const { requestBody, request, typeId } = context.operation;
  if (requestBody === null || requestBody.encoding.kind === "raw" || request.lacks !== "nothing") return null;
  const type = identifier(`${typeId}Body`);
  context.imports.type(context.operationModule, type.text);
  // Where credentials are the whole body, the request has none, and its factory makes an empty one.
  return {
    type,
    constant: identifier(context.locals.claim("requestBody")),
    factory: factory(context, type),
    value: request.body === undefined ? {} : request.body,
  };
}

function sectionMembers(operation: Operation): readonly MemberView[] {
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
      return { key: propertyKey(key), value: literal(values) };
    });
  if (operation.requestBody?.encoding.kind !== "raw" || operation.request.body === undefined) return members;
  const { body } = operation.request;
  return [
    ...members,
    { key: propertyKey("body"), value: literal(typeof body === "string" ? body : JSON.stringify(body)) },
  ];
}

function responseFixtures(
  context: Context,
  response: Response,
  isFirstSuccess: boolean,
): readonly ResponseFixturesView[] {
  const content = preferredContent(response);
  const type = context.types.bodies.get(response);
  if (content === null || type === undefined || content.kind === "binary" || content.fixtures.length === 0) return [];
  // A stream cannot be merged with overrides.
  const hasFactory = isFirstSuccess && !isStream(content);
  const fixtures = content.fixtures.map((fixture, index) => {
    const own = fixtureType(context, response, type, fixture.value);
    return fixtureView(context, response, content, index, own, hasFactory && index === 0);
  });
  return [{ status: propertyKey(response.status), fixtures }];
}

/** The type of a body, or of a stream: of a list of its values, of one value, of its text. */
function fixtureType(
  { types, imports, operationModule }: Context,
  response: Response,
  body: Identifier,
  value: JsonValue,
): TypeExpression {
  const item = types.items.get(response);
  if (item !== undefined && typeof value === "string") return typeExpression("string");
  const name = item ?? body;
  imports.type(operationModule, name.text);
  return typeExpression(item !== undefined && isJsonArray(value) ? `readonly ${name.text}[]` : name.text);
}

function fixtureView(
  context: Context,
  response: Response,
  content: ResponseContent,
  index: number,
  type: TypeExpression,
  hasFactory: boolean,
): ResponseFixtureView {
  const fixture = content.fixtures[index];
  if (fixture === undefined) throw new Error("the index is one of the fixtures");
  return {
    key: propertyKey(fixture.name),
    type,
    constant: identifier(
      context.locals.claim(camelCase(`response ${response.status} ${fixture.name}`, `response${response.status}`)),
    ),
    factory: hasFactory ? factory(context, context.types.response) : null,
    value: fixture.value,
  };
}
