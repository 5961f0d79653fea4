/** Fixtures: the document's examples where their shape is right, synthesised values where there are none. */
import type { Diagnostics, Origin } from "../diagnostics.js";
import { isJsonObject, type JsonValue, jsonObject } from "../document/json.js";
import type { NormalExample, NormalMediaType, NormalOperation } from "../document/normal-document.js";
import { binaryFixtures } from "./binary-fixture.js";
import { contradiction } from "./conforms.js";
import type { Operation, Parameter, RequestBody, RequestFixture, ResponseFixture } from "./model.js";
import { int64Value } from "./int64-value.js";
import { parameterFixture, type Section } from "./parameter-fixture.js";
import { objectShape, type SchemaTable } from "./schema-shape.js";
import { sharedNames } from "./shared-names.js";
import { streamExamples } from "./stream-content.js";
import { synthesise } from "./synthesise.js";
import type { Schema } from "../document/normal-document.js";

/** The boundary of a fixture in parts. */
export const fixtureBoundary = "exemplar";

/** The examples that fit the schema's type; others are reported at their place. */
export function exampleFixtures(
  examples: readonly NormalExample[],
  schema: Schema,
  table: SchemaTable,
  diagnostics: Diagnostics,
): readonly ResponseFixture[] {
  return examples.flatMap(({ name, value, origin }): ResponseFixture[] => {
    const reason = contradiction(value, schema, table);
    if (reason === null) {
      const onLoss = (digits: string, pointer: string) => {
        diagnostics.add("number-imprecise", { uri: origin.uri, pointer: origin.pointer + pointer }, { digits });
      };
      return [{ name, value: int64Value(value, schema, table, onLoss), bytes: null, source: "example" }];
    }
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
  return exampleFixtures(normal?.examples ?? [], parameter.schema, table, diagnostics).map(({ value }) => value);
}

function bodyValue(
  body: RequestBody,
  media: NormalMediaType | null,
  table: SchemaTable,
  diagnostics: Diagnostics,
): (Pick<ResponseFixture, "bytes"> & { readonly value: JsonValue | undefined }) | "impossible" {
  if (body.encoding.kind === "raw" && body.encoding.content === "binary") {
    const [bytes] = binaryFixtures(media ?? { examples: [], schema: null }, table);
    return bytes ?? "impossible";
  }
  // No parts: how those of the document would be written is not known.
  if (body.encoding.kind === "raw" && body.encoding.content === "multipart")
    return { value: `--${fixtureBoundary}--\r\n`, bytes: null };
  const credentials = new Set(
    body.encoding.kind === "form"
      ? body.encoding.fields.filter((field) => field.credential !== null).map(({ name }) => name)
      : [],
  );
  const examples = media?.examples ?? [];
  const [example] = exampleFixtures(
    body.encoding.kind === "stream" ? streamExamples(examples) : examples,
    body.schema,
    table,
    diagnostics,
  );
  const made = example === undefined ? synthesise(body.schema, { table, name: "", description: null }) : example.value;
  // Fields that are all credentials have no value either, and need none.
  const value = made === undefined && credentials.size > 0 ? {} : made;
  if (value === undefined) return "impossible";
  if (!isJsonObject(value) || credentials.size === 0) return { value, bytes: null };
  const rest = Object.entries(value).filter(([name]) => !credentials.has(name));
  // Nothing but credentials: the body may be left out altogether.
  const needsNothing = rest.length === 0 && !body.required && objectShape(body.schema, table) !== null;
  return { value: needsNothing ? undefined : jsonObject(rest), bytes: null };
}
