/**
 * Whether TypeScript sees by itself that what a schema of Zod gives is of the generated type. Where it does not, the
 * type is asserted: the generated types say less than Zod's, or say it otherwise.
 */
import type { JsonSchema } from "openapi-exemplar/view";
import { entriesIn, isSchema, type Json, listIn, schemasIn, textsIn, typesIn, valuesIn } from "./json.js";
import { isInherited, othersIn } from "./object-code.js";
import { impliedTypes } from "./schema-code.js";

/** Keywords that say nothing of the type. */
const silent: ReadonlySet<string> = new Set(
  (
    "title description default example examples deprecated readOnly writeOnly format externalDocs xml " +
    "minLength maxLength pattern minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minItems maxItems uniqueItems " +
    "minProperties contentEncoding contentMediaType discriminator $comment x-exemplar-int64 x-exemplar-date"
  ).split(" "),
);

/** Those that are looked into. */
const known: ReadonlySet<string> = new Set([
  ..."type enum const properties required additionalProperties items anyOf oneOf $ref".split(" "),
]);

/** Whether the types agree, as far as that can be told from the schema. */
export function isExact(schema: Json): boolean {
  if (!isSchema(schema)) return schema === true;
  const keys = Object.keys(schema).filter((key) => !silent.has(key) && (known.has(key) || !key.startsWith("x-")));
  if (!keys.every((key) => known.has(key)) || schema["x-exemplar-file"] === true) return false;
  if (keys.some((key) => key === "$ref" || key === "anyOf" || key === "oneOf"))
    return keys.length === 1 && [schema["anyOf"], schema["oneOf"]].flatMap(schemasIn).every(isExact);
  const values = valuesIn(schema);
  if (values !== null) return areExact(schema, values);
  return impliedTypes(schema).every((type) => {
    if (type === "object") return isExactObject(schema);
    return type !== "array" || (schema["items"] !== false && isExact(schema["items"] ?? true));
  });
}

/** Values that are listed once, all that were listed, and none that is a list or object. */
function areExact(schema: JsonSchema, values: readonly Json[]): boolean {
  const listed = schema["const"] === undefined ? listIn(schema["enum"]) : [schema["const"]];
  return (
    typesIn(schema).length > 0 &&
    values.length > 0 &&
    values.length === listed.length &&
    values.every((value) => typeof value !== "object" || value === null) &&
    listed.every((value) => typeof value !== "bigint")
  );
}

function isExactObject(schema: JsonSchema): boolean {
  const properties = entriesIn(schema["properties"]);
  const names = new Set(properties.map(([name]) => name));
  const others = othersIn(schema);
  const isPlain = others === undefined || others === true || (others === false && names.size > 0);
  return (
    (isPlain || (isSchema(others) && names.size === 0 && isExact(others))) &&
    textsIn(schema["required"]).every((name) => names.has(name)) &&
    properties.every(([name, property]) => !isInherited(name) && isExact(property))
  );
}
