/** JSON Schema 2020-12 to code of Zod. The README of the set says what is left open. */
import { identifier, joinCode, ts } from "openapi-exemplar/helpers";
import type { Expression, JsonSchema } from "openapi-exemplar/view";
import type { Context } from "./context.js";
import { countIn, entriesIn, int64In, isSchema, type Json, schemasIn, textsIn, typesIn, valuesIn } from "./json.js";
import { listCode } from "./list-code.js";
import { isInherited, memberRules, objectCode } from "./object-code.js";
import { numberCode, range, textCode, valuesCode } from "./scalar-code.js";

/** The code of a schema. */
export function schemaCode(schema: Json, context: Context): Expression {
  if (schema === false) return ts`z.never()`;
  if (!isSchema(schema)) return ts`z.unknown()`;
  if (schema["x-exemplar-file"] === true) {
    const type = context.type("runtime/multipart.js", identifier("FileInput"));
    return ts`z.custom<${type}>((file: unknown) => file !== undefined && file !== null)`;
  }
  const [first = ts`z.unknown()`, ...others] = partsOf(schema, context);
  const whole = others.reduce((left, right) => ts`z.intersection(${left}, ${right})`, first);
  const rules = rulesOf(schema, context).map(([code, message]) => ts`.refine(${code}, ${message})`);
  return joinCode([whole, ...rules], "");
}

/** What must hold at once, each as code of its own. */
function partsOf(schema: JsonSchema, context: Context): readonly Expression[] {
  const { $ref } = schema;
  const inner = (part: Json) => schemaCode(part, context);
  const reference = typeof $ref === "string" ? context.refer($ref) : null;
  const own = ownCode(schema, context);
  return [
    ...(reference === null ? [] : [reference]),
    ...(own === null ? [] : [own]),
    ...schemasIn(schema["allOf"])
      .filter((part) => part !== true)
      .map(inner),
    ...unionCode("union", schemasIn(schema["anyOf"]), inner),
    ...unionCode(isExclusive(schema) ? "xor" : "union", schemasIn(schema["oneOf"]), inner),
  ];
}

/** Whether no value of code fits two alternatives but where one of JSON does. */
function isExclusive(schema: JsonSchema): boolean {
  return !schemasIn(schema["oneOf"]).some((part) => isSchema(part) && int64In(part) === "string");
}

function unionCode(
  kind: "union" | "xor",
  parts: readonly Json[],
  inner: (schema: Json) => Expression,
): readonly Expression[] {
  const codes = parts.map(inner);
  if (codes.length < 2) return codes;
  return [ts`z.${identifier(kind)}([${joinCode(codes, ", ")}])`];
}

/** What the keywords of the schema itself say that are about a type; null where they say none. */
function ownCode(schema: JsonSchema, context: Context): Expression | null {
  const values = valuesIn(schema);
  if (values !== null) return valuesCode(values, context);
  const types = impliedTypes(schema);
  const codes = types.map((type) => typeCode(type, schema, context));
  const [only, ...others] = codes;
  return only === undefined || others.length === 0 ? (only ?? null) : ts`z.union([${joinCode(codes, ", ")}])`;
}

/** The types that a schema names, or that its keywords mean; as those of the generated types. */
export function impliedTypes(schema: JsonSchema): readonly string[] {
  const types = typesIn(schema);
  if (types.length > 0) return types;
  const isObject =
    entriesIn(schema["properties"]).length + entriesIn(schema["patternProperties"]).length > 0 ||
    [schema["additionalProperties"], schema["unevaluatedProperties"]].some((open) => open === true || isSchema(open));
  const isList = schema["items"] !== undefined || schema["prefixItems"] !== undefined;
  return [...(isObject ? ["object"] : []), ...(isList ? ["array"] : [])];
}

function typeCode(type: string, schema: JsonSchema, context: Context): Expression {
  const inner = (part: Json) => schemaCode(part, context);
  if (type === "string") return textCode(schema, context);
  if (type === "number" || type === "integer") return numberCode(schema, type === "integer", context);
  if (type === "boolean") return ts`z.boolean()`;
  if (type === "null") return ts`z.null()`;
  if (type === "array") return listCode(schema, inner);
  return type === "object" ? objectCode(schema, context, inner) : ts`z.unknown()`;
}

type Rule = readonly [predicate: Expression, message: string];

/** What Zod has no schema for, as predicates: each is true of values of a type that it is not about. */
function rulesOf(schema: JsonSchema, context: Context): readonly Rule[] {
  const { rule } = context;
  const inner = (part: Json) => schemaCode(part, context);
  const rules: Rule[] = [...scalarRules(schema, context), ...memberRules(schema, context, inner)];
  const types = valuesIn(schema) === null ? impliedTypes(schema) : [];
  const shaped = new Set(types.includes("object") ? entriesIn(schema["properties"]).map(([name]) => name) : []);
  const missing = textsIn(schema["required"]).filter((name) => !shaped.has(name) || isInherited(name));
  if (missing.length > 0) rules.push([ts`${rule("requires")}(${missing})`, `must have ${missing.join(", ")}`]);
  const [least, most] = [countIn(schema["minProperties"]) ?? 0, countIn(schema["maxProperties"])];
  if (least > 0 || most !== null)
    rules.push([ts`${rule("hasSize")}(${bounds(least, most)})`, `must have ${range(least, most)} properties`]);
  const [fewest, longest] = [countIn(schema["minItems"]) ?? 0, countIn(schema["maxItems"])];
  const places = schemasIn(schema["prefixItems"]).length;
  const isCounted = types.includes("array") && (places === 0 || (fewest <= places && longest === null));
  if (!isCounted && (fewest > 0 || longest !== null))
    rules.push([ts`${rule("hasItems")}(${bounds(fewest, longest)})`, `must have ${range(fewest, longest)} items`]);
  if (schema["uniqueItems"] === true) rules.push([ts`${rule("isUnique")}`, "must have no two equal items"]);
  const { contains, propertyNames, not } = schema;
  if (contains !== undefined) {
    const [few, many] = [countIn(schema["minContains"]) ?? 1, countIn(schema["maxContains"])];
    const code = ts`${rule("contains")}(${inner(contains)}, ${bounds(few, many)})`;
    rules.push([code, `must have ${range(few, many)} items that fit \`contains\``]);
  }
  if (propertyNames !== undefined)
    rules.push([ts`${rule("hasNames")}(${inner(propertyNames)})`, "has a name that is not allowed"]);
  for (const [name, others] of entriesIn(schema["dependentRequired"]))
    rules.push([
      ts`${rule("beside")}(${name}, ${rule("requires")}(${textsIn(others)}))`,
      `lacks what ${name} requires`,
    ]);
  for (const [name, other] of entriesIn(schema["dependentSchemas"]))
    rules.push([ts`${rule("beside")}(${name}, ${rule("fits")}(${inner(other)}))`, `is not allowed beside ${name}`]);
  if (not !== undefined) rules.push([ts`${rule("isNot")}(${inner(not)})`, "has a value that is not allowed"]);
  return [...rules, ...conditionRules(schema, context)];
}

function conditionRules(schema: JsonSchema, context: Context): readonly Rule[] {
  const { if: condition, then, else: otherwise } = schema;
  if (condition === undefined || (then === undefined && otherwise === undefined)) return [];
  const codes = [condition, then ?? true, otherwise ?? true].map((part) => schemaCode(part, context));
  return [
    [ts`${context.rule("either")}(${joinCode(codes, ", ")})`, "is not allowed under the condition that it meets"],
  ];
}

/** Of a schema without type: what it says of texts and numbers. */
function scalarRules(schema: JsonSchema, context: Context): readonly Rule[] {
  if (typesIn(schema).length > 0 || valuesIn(schema) !== null) return [];
  const says = (keywords: string) => keywords.split(" ").some((keyword) => schema[keyword] !== undefined);
  const unless = (type: string, code: Expression): Rule => [
    ts`${context.rule("ifOfType")}(${type}, ${code})`,
    `is no ${type} that is allowed`,
  ];
  return [
    ...(says("minLength maxLength pattern") ? [unless("string", textCode({ ...schema, format: null }, context))] : []),
    ...(says("minimum maximum exclusiveMinimum exclusiveMaximum multipleOf")
      ? [unless("number", numberCode({ ...schema, format: null }, false, context))]
      : []),
  ];
}

function bounds(least: number, most: number | null): Expression {
  return most === null ? ts`${least}` : ts`${least}, ${most}`;
}
