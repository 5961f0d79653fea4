/** An operation as plain data, for helpers and for documentation: what the document says, in one shape for all versions. */
import { isJsonObject, type JsonValue } from "../document/json.js";
import { referencedName } from "../document/referenced-name.js";
import type { BodyContent, Model, Operation, Parameter } from "../model/model.js";
import { identifier } from "./code.js";
import type { OperationDataView, SchemaReferenceView } from "./data-view.js";

/** The data of an operation. */
export function buildOperationData(operation: Operation, schemas: Model["schemas"]): OperationDataView {
  const { docs, parameters, requestBody, responses } = operation;
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
      contents: contents.map(contentData),
    },
    responses: responses.map(({ status, ok, description, headers, contents }) => ({
      status,
      ok,
      description,
      headers: headers.map(({ name, required, description, schema }) => ({ name, required, description, schema })),
      contents: contents.map(({ mediaType, kind, schema }) => ({ mediaType, mediaTypes: [mediaType], kind, schema })),
    })),
    security: operation.security,
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

function contentData({ mediaType, mediaTypes, schema, encoding }: BodyContent) {
  return { mediaType, mediaTypes, kind: encoding.kind, schema };
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
    .map(({ name, id, slug }) => ({ name, id: identifier(id), slug, leadsBack: leadsBack(name) }));
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
