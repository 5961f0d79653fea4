/** Schemas and values at random, of a few names and small numbers, so that they meet. */
import fc from "fast-check";

const name = fc.constantFrom("a", "b", "c", "xa");
const small = fc.integer({ min: 0, max: 3 });
const text = fc.constantFrom("", "a", "ab", "aab", "💩", "b1");
const scalar = fc.oneof(
  fc.integer({ min: -3, max: 6 }),
  fc.constantFrom(0.5, 1.5, 2.5),
  text,
  fc.boolean(),
  fc.constant(null),
);

/** A value of JSON. */
export const values: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(name, tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

const types = ["string", "number", "integer", "boolean", "null", "array", "object"];

/**
 * A schema, every keyword but references and formats, as both checkers take it. Without what Ajv has wrong: `contains`
 * beside `prefixItems`, and what the unevaluated keywords say of what `if` and `contains` have evaluated;
 * and without `not: true`, of which Ajv makes code that does not run.
 */
export const schemas: fc.Arbitrary<Readonly<Record<string, unknown>> | boolean> = fc.letrec<{
  schema: Readonly<Record<string, unknown>> | boolean;
}>((tie) => {
  const schema = tie("schema");
  const list = fc.array(schema, { minLength: 1, maxLength: 3 });
  const map = fc.dictionary(name, schema, { maxKeys: 3, noNullPrototype: true });
  const names = fc.uniqueArray(name, { maxLength: 2 });
  const keywords = {
    type: fc.oneof(
      fc.constantFrom(...types),
      fc.uniqueArray(fc.constantFrom(...types), { minLength: 1, maxLength: 3 }),
    ),
    enum: fc.uniqueArray(values, {
      minLength: 1,
      maxLength: 4,
      comparator: (a, b) => JSON.stringify(a) === JSON.stringify(b),
    }),
    const: values,
    multipleOf: fc.constantFrom(0.5, 1, 2, 3),
    minimum: small,
    maximum: small,
    exclusiveMinimum: small,
    exclusiveMaximum: small,
    minLength: small,
    maxLength: small,
    pattern: fc.constantFrom("^a", "b$", "a.*b", "^\\w*$"),
    minItems: small,
    maxItems: small,
    uniqueItems: fc.boolean(),
    minProperties: small,
    maxProperties: small,
    required: names,
    dependentRequired: fc.dictionary(name, names, { maxKeys: 2, noNullPrototype: true }),
    allOf: list,
    anyOf: list,
    oneOf: list,
    not: schema.filter((each) => each !== true),
    if: schema,
    then: schema,
    else: schema,
    dependentSchemas: map,
    prefixItems: list,
    items: schema,
    contains: schema,
    properties: map,
    patternProperties: fc.dictionary(fc.constantFrom("^x", "a$"), schema, { maxKeys: 2, noNullPrototype: true }),
    additionalProperties: schema,
    propertyNames: schema,
  };
  const some = fc
    .subarray(Object.keys(keywords), { maxLength: 4 })
    .filter((chosen) => !(chosen.includes("contains") && chosen.includes("prefixItems")))
    .map((chosen) => (chosen.includes("if") ? [...chosen, "then"] : chosen))
    .chain((chosen) =>
      fc.record(Object.fromEntries(Object.entries(keywords).filter(([keyword]) => chosen.includes(keyword))), {
        noNullPrototype: true,
      }),
    );
  return { schema: fc.oneof({ maxDepth: 3 }, { weight: 1, arbitrary: fc.boolean() }, { weight: 9, arbitrary: some }) };
}).schema;
