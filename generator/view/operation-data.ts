/** An operation as plain data, for helpers and for documentation: what the document says, in one shape for all versions. */
import { isJsonObject, type JsonValue } from "../document/json.js";
import { referencedName } from "../document/referenced-name.js";
import type {
  BodyContent,
  BodyEncoding,
  Model,
  Operation,
  Parameter,
  ResponseFixture,
  Server,
} from "../model/model.js";
import { identifier } from "./code.js";
import type { ExampleDataView, OperationDataView, SchemaReferenceView, ServerDataView } from "./data-view.js";
import { sentText } from "./sent-text.js";

/** The data of an operation. */
export function buildOperationData(operation: Operation, schemas: Model["schemas"]): OperationDataView {
  const { docs, parameters, requestBody, responses, pagination } = operation;
  const contents = requestBody === null ? [] : [requestBody, ...requestBody.others];
  const data = {
    summary: docs.summary,
    description: docs.description,
    deprecated: operation.deprecated,
    parameters: [
      ...parameters.path.map(parameterData("path")),
      ...parameters.query.map(parameterData("query")),
      ...parameters.headers.map(parameterData("header")),
      ...parameters.cookies.map(parameterData("cookie")),
    ],
    requestBody: requestBody && {
      required: requestBody.required,
      description: requestBody.description,
      contents: contents.map((content) => contentData(content, operation)),
    },
    responses: responses.map(({ status, ok, description, headers, contents }) => ({
      status,
      ok,
      description,
      headers: headers.map(({ name, required, description, schema }) => ({ name, required, description, schema })),
      contents: contents.map(({ mediaType, kind, schema, form, fixtures }) => ({
        mediaType,
        mediaTypes: [mediaType],
        kind,
        schema,
        examples: fixtures.map((fixture) => exampleData(fixture, fixture.value, form)),
      })),
    })),
    security: operation.security,
    servers: operation.servers.map(serverData),
    pagination: pagination && { kind: pagination.kind, items: pagination.items },
    extensions: operation.extensions,
  };
  const used = [
    ...data.parameters.map(({ schema }) => schema),
    ...contents.map(({ schema }) => schema),
    ...responses.flatMap((response) => [...response.headers, ...response.contents].map(({ schema }) => schema)),
  ];
  return { ...data, references: schemaReferences(used, schemas) };
}

function parameterData(section: "path" | "query" | "header" | "cookie") {
  return ({ name, required, description, deprecated, schema }: Parameter) => ({
    name,
    in: section,
    required,
    description,
    deprecated,
    schema,
  });
}

function contentData(content: BodyContent, { request }: Operation) {
  const { mediaType, mediaTypes, schema, encoding } = content;
  const own = request.bodies.filter((body) => body.content === content);
  const examples = own.flatMap((body) => (body.value === undefined ? [] : [exampleData(body, body.value, encoding)]));
  // What is sent as it is: text, or bytes.
  const kind = encoding.kind === "raw" ? (encoding.content === "text" ? "text" : "binary") : encoding.kind;
  return { mediaType, mediaTypes, kind, schema, examples };
}

function exampleData(
  { name, bytes, source }: Omit<ResponseFixture, "value">,
  value: JsonValue,
  encoding: BodyEncoding | null,
): ExampleDataView {
  const isDocumented = source === "example";
  return { name, value, bytes, sent: encoding && sentText(value, encoding, isDocumented), isDocumented };
}

/** A server as data. */
export function serverData({ url, urls, template, description }: Server): ServerDataView {
  return { url, urls, template, description };
}

/**
 * The component schemas that schemas refer to, themselves or inside, each once, in the order of the components.
 * @param leadsBack whether a component leads to the one whose schema this is
 */
export function schemaReferences(
  used: readonly JsonValue[],
  schemas: Model["schemas"],
  leadsBack: (name: string) => boolean = () => false,
): readonly SchemaReferenceView[] {
  const names = new Set(used.flatMap(referencesIn));
  return schemas
    .filter(({ name }) => names.has(name))
    .map(({ name, id, slug, schema }) => ({ name, id: identifier(id), slug, schema, leadsBack: leadsBack(name) }));
}

/** The names of the component schemas that a schema refers to, itself or inside. */
export function referencesIn(schema: JsonValue): readonly string[] {
  const names = new Set<string>();
  const visit = (value: JsonValue): void => {
    if (Array.isArray(value)) for (const item of value as readonly JsonValue[]) visit(item);
    if (!isJsonObject(value)) return;
    const name = referencedName(value);
    if (name !== null) names.add(name);
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(schema);
  return [...names];
}
