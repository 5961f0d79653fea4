/** Fixtures: the document's examples where their shape is right, synthesised values where there are none. */
import type { Diagnostics } from "../diagnostics.js";
import { isJsonObject, type JsonValue, jsonObject } from "../document/json.js";
import type { NormalExample, NormalMediaType, NormalOperation } from "../document/normal-document.js";
import { binaryFixtures } from "./binary-fixture.js";
import { contradiction } from "./conforms.js";
import type { Operation, Parameter, RequestBody, RequestFixture, ResponseFixture } from "./model.js";
import { objectShape, type SchemaTable } from "./schema-shape.js";
import { synthesise } from "./synthesise.js";
import type { Schema } from "../document/normal-document.js";

/** The examples that fit the schema's type; others are reported at their place. */
export function exampleFixtures(
  examples: readonly NormalExample[],
  schema: Schema,
  table: SchemaTable,
  diagnostics: Diagnostics,
): readonly ResponseFixture[] {
  return examples.flatMap(({ name, value, origin }): ResponseFixture[] => {
    const reason = contradiction(value, schema, table);
    if (reason === null) return [{ name, value, bytes: null, source: "example" }];
    diagnostics.add("example-contradicts-schema", origin, { reason });
    return [];
  });
}

/** A request with every parameter and body field, credentials left out. */
export function buildRequestFixture(
  operation: NormalOperation,
  parameters: Operation["parameters"],
  body: RequestBody | null,
  media: NormalMediaType | null,
  table: SchemaTable,
  diagnostics: Diagnostics,
): RequestFixture {
  const section = (list: readonly Parameter[]) => {
    return jsonObject(
      list.map((parameter) => [parameter.name, parameterValue(operation, parameter, table, diagnostics)] as const),
    );
  };
  return {
    path: section(parameters.path),
    query: section(parameters.query),
    headers: section(parameters.headers),
    cookies: section(parameters.cookies),
    ...bodyFixture(body, media, table, diagnostics),
  };
}

function bodyFixture(
  body: RequestBody | null,
  media: NormalMediaType | null,
  table: SchemaTable,
  diagnostics: Diagnostics,
): Pick<RequestFixture, "body" | "bodyBytes"> {
  if (body === null) return { body: undefined, bodyBytes: null };
  const isBytes = body.encoding.kind === "raw" && body.encoding.content === "binary";
  const [bytes] = isBytes ? binaryFixtures({ examples: [], schema: null, ...media }, table) : [];
  return bytes === undefined
    ? { body: bodyValue(body, media, table, diagnostics), bodyBytes: null }
    : { body: bytes.value, bodyBytes: bytes.bytes };
}

function parameterValue(
  operation: NormalOperation,
  parameter: Parameter,
  table: SchemaTable,
  diagnostics: Diagnostics,
): JsonValue {
  const normal = operation.parameters.find((candidate) => candidate.origin === parameter.origin);
  const [example] = exampleFixtures(normal?.examples ?? [], parameter.schema, table, diagnostics);
  if (example !== undefined) return example.value;
  return synthesise(parameter.schema, { table, name: parameter.name, description: parameter.description }) ?? {};
}

function bodyValue(
  body: RequestBody,
  media: NormalMediaType | null,
  table: SchemaTable,
  diagnostics: Diagnostics,
): JsonValue | undefined {
  const credentials = new Set(
    body.encoding.kind === "form"
      ? body.encoding.fields.filter((field) => field.credential !== null).map(({ name }) => name)
      : [],
  );
  const [example] = exampleFixtures(media?.examples ?? [], body.schema, table, diagnostics);
  const synthesised =
    example === undefined ? synthesise(body.schema, { table, name: "", description: null }) : undefined;
  const value = example === undefined ? (synthesised ?? {}) : example.value;
  if (!isJsonObject(value) || credentials.size === 0) return value;
  const rest = Object.entries(value).filter(([name]) => !credentials.has(name));
  // Nothing but credentials: the body may be left out altogether.
  const needsNothing = rest.length === 0 && !body.required && objectShape(body.schema, table) !== null;
  return needsNothing ? undefined : jsonObject(rest);
}
