/** OpenAPI documents at random: every keyword of schemas that has a meaning in TypeScript, in every place that has a schema. */
import fc from "fast-check";
import type { JsonObject, JsonValue } from "../../generator/document/json.js";

const componentNames = ["Pet", "Cat", "Dog", "Node", "Id", "Color", "Page", "pet", "class", "Any"];
const propertyNames = ["id", "name", "kind", "next", "items", "a-b", "class", "__proto__", "1st", "created_at"];

const reference = fc
  .constantFrom(...componentNames)
  .map((name): JsonObject => ({ $ref: `#/components/schemas/${name}` }));

const scalar = fc.constantFrom<JsonObject>(
  { type: "string" },
  { type: "string", format: "date-time" },
  { type: "string", format: "uuid" },
  { type: "string", enum: ["a", "b-c", "a"] },
  { type: "string", minLength: 3, maxLength: 5 },
  { type: "integer", format: "int64" },
  { type: "integer", minimum: 3 },
  { type: "number", maximum: 0 },
  { type: "boolean" },
  { type: "null" },
  { type: ["string", "null"] },
  { type: ["integer", "string"] },
  { const: "x" },
  { const: 1 },
  { enum: [1, "a", null] },
  {},
  { description: "Says */ nothing." },
  { type: "object" },
  { type: "array" },
);

const schema = fc.letrec<{ schema: JsonObject; object: JsonObject; composed: JsonObject; list: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { arbitrary: scalar, weight: 3 },
    { arbitrary: reference, weight: 3 },
    { arbitrary: tie("object"), weight: 3 },
    { arbitrary: tie("list"), weight: 1 },
    { arbitrary: tie("composed"), weight: 2 },
  ),
  object: fc
    .record(
      {
        properties: fc.dictionary(fc.constantFrom(...propertyNames), tie("schema"), { maxKeys: 4 }),
        required: fc.subarray(propertyNames, { maxLength: 3 }),
        type: fc.constantFrom<JsonValue>("object", "object", "object", ["object", "null"]),
        additionalProperties: fc.oneof(fc.boolean(), tie("schema")),
        patternProperties: tie("schema").map((inner): JsonObject => ({ "^x-": inner })),
        readOnly: fc.constant(true),
        writeOnly: fc.constant(true),
        minProperties: fc.constant(1),
        description: fc.constantFrom("An object.", "Ends */ early"),
      },
      { requiredKeys: ["properties"] },
    )
    .map((parts): JsonObject => ({ ...parts })),
  list: fc
    .record(
      {
        type: fc.constant("array"),
        items: fc.oneof(tie("schema"), fc.constant(false)),
        prefixItems: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }),
        minItems: fc.constantFrom(0, 1, 2),
        maxItems: fc.constantFrom(1, 2, 3),
      },
      { requiredKeys: ["type"] },
    )
    .map((parts): JsonObject => ({ ...parts })),
  composed: fc
    .record(
      {
        allOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }),
        anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }),
        oneOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }),
        not: scalar,
        required: fc.subarray(propertyNames, { maxLength: 2 }),
        properties: fc.dictionary(fc.constantFrom(...propertyNames), tie("schema"), { maxKeys: 2 }),
        type: fc.constant("object"),
        discriminator: fc.constantFrom<JsonObject>(
          { propertyName: "kind" },
          { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat", dog: "Dog" } },
        ),
      },
      { requiredKeys: [] },
    )
    .chain((parts) => {
      const entries = Object.entries(parts);
      return fc.subarray(entries, { minLength: Math.min(1, entries.length), maxLength: Math.min(3, entries.length) });
    })
    .map((entries): JsonObject => Object.fromEntries(entries)),
})).schema;

const mediaTypes = [
  "application/json",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "text/plain",
  "application/vnd.x+json; v=1",
  "application/octet-stream",
  "*/*",
];

const content = fc
  .dictionary(fc.constantFrom(...mediaTypes), schema, { minKeys: 1, maxKeys: 2 })
  .map((types): JsonObject =>
    Object.fromEntries(Object.entries(types).map(([type, inner]) => [type, { schema: inner }])),
  );

/** Parameters are lists and objects of scalars: nothing else has a form on the wire. */
const flat = fc.oneof(
  scalar,
  scalar.map((items): JsonObject => ({ type: "array", items })),
  fc
    .dictionary(fc.constantFrom(...propertyNames), scalar, { minKeys: 1, maxKeys: 3 })
    .map((properties): JsonObject => ({ type: "object", properties })),
);

const parameter = fc
  .record({
    name: fc.constantFrom(...propertyNames),
    in: fc.constantFrom("query", "header", "cookie"),
    required: fc.boolean(),
    schema: flat,
  })
  .map((parts): JsonObject => ({ ...parts }));

const operation = fc
  .record({
    parameters: fc.uniqueArray(parameter, { maxLength: 3, selector: ({ name }) => name }),
    requestBody: fc.option(
      fc.record({ required: fc.boolean(), content }).map((parts): JsonObject => ({ ...parts })),
      { nil: undefined },
    ),
    responses: fc
      .dictionary(fc.constantFrom("200", "201", "4XX", "404", "default"), content, { minKeys: 1, maxKeys: 3 })
      .map((responses): JsonObject =>
        Object.fromEntries(
          Object.entries(responses).map(([status, inner]) => [status, { description: "", content: inner }]),
        ),
      ),
  })
  .map(({ requestBody, ...parts }): JsonObject => ({ ...parts, ...(requestBody !== undefined && { requestBody }) }));

/** A document of version 3.1. */
export const randomDocument: fc.Arbitrary<JsonObject> = fc
  .record({
    components: fc.tuple(...componentNames.map(() => schema)),
    operations: fc.array(operation, { minLength: 3, maxLength: 6 }),
  })
  .map(({ components, operations }): JsonObject => ({
    openapi: "3.1.0",
    info: { title: "Random", version: "1" },
    paths: Object.fromEntries(operations.map((each, index) => [`/things/${String(index)}`, { post: each }])),
    components: { schemas: Object.fromEntries(componentNames.map((name, index) => [name, components[index] ?? {}])) },
  }));
