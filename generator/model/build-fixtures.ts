/** Fixtures: the document's examples where their shape is right, synthesised values where there are none. */
import type { Diagnostics, Origin } from "../diagnostics.js";
import { isJsonObject, type JsonValue, jsonObject } from "../document/json.js";
import type { NormalOperation } from "../document/normal-document.js";
import { bodyFixtures } from "./body-fixtures.js";
import { contradiction } from "./conforms.js";
import { fittingExamples } from "./example-fixtures.js";
import type { Operation, Parameter, RequestBody, RequestFixture } from "./model.js";
import { parameterFixture, type Section } from "./parameter-fixture.js";
import type { SchemaTable } from "./schema-shape.js";
import { sharedNames } from "./shared-names.js";
import type { Schema } from "../document/normal-document.js";

/** A request with every parameter and body field, credentials left out. */
export function buildRequestFixture(
  operation: NormalOperation,
  parameters: Operation["parameters"],
  body: RequestBody | null,
  table: SchemaTable,
  diagnostics: Diagnostics,
): RequestFixture {
  const given: string[] = [];
  const lacking: { readonly name: string; readonly origin: Origin }[] = [];
  const section = (key: Section) => {
    const shared = key === "query" || key === "cookies" ? sharedNames(parameters[key]) : null;
    return jsonObject(
      parameters[key].flatMap((parameter) => {
        const examples = examplesOf(operation, parameter, table, diagnostics);
        const found = parameterFixture(key, parameter, examples, table);
        if (found !== undefined && examples.includes(found)) given.push(`${key}.${parameter.name}`);
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
  const contents = body === null ? [] : [body, ...body.others];
  const [bodies = [], ...otherBodies] = contents.map((content) =>
    bodyFixtures(content, operation.requestBody?.content ?? [], table, diagnostics),
  );
  const [made] = bodies;
  const isImpossible = body !== null && made === undefined;
  if (isImpossible && body.required) lacking.push({ name: "body", origin: preferredOrigin(operation, body) });
  for (const { name, origin } of lacking)
    diagnostics.add("request-impossible", origin, { operation: operation.operationId ?? operation.path, part: name });
  if (made?.source === "example") given.push("body");
  return {
    ...sections,
    body: made?.value,
    bodyBytes: made?.bytes ?? null,
    bodyExcess: made?.excess ?? false,
    examples: given,
    bodies: isImpossible ? [] : [...bodies, ...otherBodies.flat()],
    lacks: lacking.length > 0 ? "request" : isImpossible ? "body" : "nothing",
  };
}

/** Where the media type stands that is sent. */
function preferredOrigin({ requestBody }: NormalOperation, body: RequestBody): Origin {
  return requestBody?.content.find(({ mediaType }) => mediaType === body.documented[0])?.origin ?? body.origin;
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
  if (normal === undefined) return [];
  const about = { schema: parameter.schema, table, origin: normal.schemaOrigin };
  return fittingExamples(normal.examples, about, diagnostics);
}
