/** Fixtures: the document's examples where their shape is right, synthesised values where there are none. */
import type { Diagnostics, Origin } from "../diagnostics.js";
import { isJsonObject, type JsonValue, jsonObject } from "../document/json.js";
import type { NormalMediaType, NormalOperation } from "../document/normal-document.js";
import { binaryFixtures } from "./binary-fixture.js";
import { contradiction } from "./conforms.js";
import { exampleFixtures, fittingExamples, schemaOrigin } from "./example-fixtures.js";
import type { Operation, Parameter, RequestBody, RequestFixture, ResponseFixture } from "./model.js";
import { parameterFixture, type Section } from "./parameter-fixture.js";
import { objectShape, type SchemaTable } from "./schema-shape.js";
import { sharedNames } from "./shared-names.js";
import { streamExamples } from "./stream-content.js";
import { synthesise } from "./synthesise.js";
import type { Schema } from "../document/normal-document.js";

/** The boundary of a fixture in parts. */
export const fixtureBoundary = "exemplar";

/** A request with every parameter and body field, credentials left out. */
export function buildRequestFixture(
  operation: NormalOperation,
  parameters: Operation["parameters"],
  body: RequestBody | null,
  media: NormalMediaType | null,
  table: SchemaTable,
  diagnostics: Diagnostics,
): RequestFixture {
  const lacking: { readonly name: string; readonly origin: Origin }[] = [];
  const section = (key: Section) => {
    const shared = key === "query" || key === "cookies" ? sharedNames(parameters[key]) : null;
    return jsonObject(
      parameters[key].flatMap((parameter) => {
        const examples = examplesOf(operation, parameter, table, diagnostics);
        const found = parameterFixture(key, parameter, examples, table);
        const value = found && withoutNames(found, shared?.get(parameter), parameter.schema, table);
        if (value !== undefined) return [[parameter.name, value] as const];
        if (parameter.required) lacking.push(parameter);
        return [];
      }),
    );
  };
  const sections = {
    path: section("path"),
    query: section("query"),
    headers: section("headers"),
    cookies: section("cookies"),
  };
  const made = body === null ? null : bodyValue(body, media, table, diagnostics);
  if (made === "impossible" && body?.required === true && media !== null)
    lacking.push({ name: "body", origin: media.origin });
  for (const { name, origin } of lacking)
    diagnostics.add("request-impossible", origin, { operation: operation.operationId ?? operation.path, part: name });
  const isImpossible = made === "impossible";
  return {
    ...sections,
    body: made === null || isImpossible ? undefined : made.value,
    bodyBytes: made === null || isImpossible ? null : made.bytes,
    bodyExcess: made !== null && !isImpossible && made.excess,
    lacks: lacking.length > 0 ? "request" : isImpossible ? "body" : "nothing",
  };
}

/** An object without the members that are another parameter's; undefined where it needs them, or has no others. */
function withoutNames(
  value: JsonValue,
  names: ReadonlySet<string> | undefined,
  schema: Schema,
  table: SchemaTable,
): JsonValue | undefined {
  if (!isJsonObject(value) || names === undefined || names.size === 0) return value;
  const rest = jsonObject(Object.entries(value).filter(([name]) => !names.has(name)));
  return Object.keys(rest).length > 0 && contradiction(rest, schema, table) === null ? rest : undefined;
}

/** The examples of a parameter that fit its schema. */
function examplesOf(
  operation: NormalOperation,
  parameter: Parameter,
  table: SchemaTable,
  diagnostics: Diagnostics,
): readonly JsonValue[] {
  const normal = operation.parameters.find((candidate) => candidate.origin === parameter.origin);
  const about = { schema: parameter.schema, table, origin: schemaOrigin(parameter.origin) };
  return fittingExamples(normal?.examples ?? [], about, diagnostics);
}

function bodyValue(
  body: RequestBody,
  media: NormalMediaType | null,
  table: SchemaTable,
  diagnostics: Diagnostics,
): (Pick<ResponseFixture, "bytes" | "excess"> & { readonly value: JsonValue | undefined }) | "impossible" {
  if (body.encoding.kind === "raw" && body.encoding.content === "binary") {
    const [bytes] = binaryFixtures(media ?? { examples: [], schema: null }, table);
    return bytes ?? "impossible";
  }
  // No parts: how those of the document would be written is not known.
  if (body.encoding.kind === "raw" && body.encoding.content === "multipart")
    return { value: `--${fixtureBoundary}--\r\n`, bytes: null, excess: false };
  const credentials = new Set(
    body.encoding.kind === "form"
      ? body.encoding.fields.filter((field) => field.credential !== null).map(({ name }) => name)
      : [],
  );
  const examples = media?.examples ?? [];
  const [example] = exampleFixtures(
    body.encoding.kind === "stream" ? streamExamples(examples) : examples,
    {
      schema: body.schema,
      table,
      origin: schemaOrigin(media?.origin ?? body.origin),
      inferred: body.inferredFrom !== null,
    },
    diagnostics,
  );
  const made = example === undefined ? synthesise(body.schema, { table, name: "", description: null }) : example.value;
  const excess = example?.excess ?? false;
  // Fields that are all credentials have no value either, and need none.
  const value = made === undefined && credentials.size > 0 ? {} : made;
  if (value === undefined) return "impossible";
  if (!isJsonObject(value) || credentials.size === 0) return { value, bytes: null, excess };
  const rest = Object.entries(value).filter(([name]) => !credentials.has(name));
  // Nothing but credentials: the body may be left out altogether.
  const needsNothing = rest.length === 0 && !body.required && objectShape(body.schema, table) !== null;
  return { value: needsNothing ? undefined : jsonObject(rest), bytes: null, excess };
}
