/** The code of objects: their properties, and what others they may have. */
import { joinCode, propertyKey, ts } from "openapi-exemplar/helpers";
import type { Expression, JsonSchema } from "openapi-exemplar/view";
import type { Context } from "./context.js";
import { entriesIn, isSchema, type Json, patternFlags, textsIn } from "./json.js";
import { regex } from "./scalar-code.js";

/** An object. @param inner the code of a schema in it */
export function objectCode(schema: JsonSchema, context: Context, inner: (schema: Json) => Expression): Expression {
  const properties = entriesIn(schema["properties"]);
  const required = new Set(textsIn(schema["required"]));
  const members = properties
    .filter(([name]) => !isInherited(name))
    .map(([name, property]) => {
      return ts`${propertyKey(name)}: ${inner(property)}${required.has(name) ? ts`` : ts`.exactOptional()`}`;
    });
  const others = othersIn(schema);
  const shape = members.length === 0 ? ts`{}` : ts`{ ${joinCode(members, ", ")} }`;
  if (needsRules(schema) || others === undefined || others === true) return ts`z.looseObject(${shape})`;
  if (others === false) return ts`z.strictObject(${shape})`;
  return members.length === 0
    ? ts`z.record(z.string(), ${inner(others)})`
    : ts`z.object(${shape}).catchall(${inner(others)})`;
}

/** What members are that the schema does not list; undefined where it says nothing of them. */
export function othersIn(schema: JsonSchema): Json | undefined {
  const { additionalProperties, unevaluatedProperties } = schema;
  if (additionalProperties !== undefined) return additionalProperties;
  const isComposed = ["$ref", "allOf", "anyOf", "oneOf", "if", "dependentSchemas"].some((key) => key in schema);
  return isComposed ? undefined : unevaluatedProperties;
}

/** Zod asks for a property with `in`, and so finds what every object inherits. */
export function isInherited(name: string): boolean {
  return name in {};
}

function needsRules(schema: JsonSchema): boolean {
  return (
    entriesIn(schema["patternProperties"]).length > 0 ||
    entriesIn(schema["properties"]).some(([key]) => isInherited(key))
  );
}

/** What `objectCode` leaves to rules: predicates that are true of all that is no object, and what they ask for. */
export function memberRules(
  schema: JsonSchema,
  { rule }: Context,
  inner: (schema: Json) => Expression,
): readonly (readonly [Expression, string])[] {
  const rules: (readonly [Expression, string])[] = [];
  const properties = entriesIn(schema["properties"]);
  for (const [name, property] of properties.filter(([key]) => isInherited(key)))
    rules.push([ts`${rule("hasMember")}(${name}, ${inner(property)})`, `${name} is not allowed`]);
  if (!needsRules(schema)) return rules;
  const patterns = entriesIn(schema["patternProperties"]).flatMap(([pattern, each]) => {
    const flags = patternFlags(pattern);
    return flags === null ? [] : [{ flags, pattern, each }];
  });
  const others = othersIn(schema);
  // Where a pattern cannot be read, any name may match it.
  const isRead = patterns.length === entriesIn(schema["patternProperties"]).length;
  const rest = isRead && (isSchema(others) || others === false) ? inner(others) : null;
  const pairs = patterns.map(({ flags, pattern, each }) => ts`[${regex(pattern, flags)}, ${inner(each)}]`);
  const names = properties.map(([name]) => name);
  const code = ts`${rule("hasMembers")}(${names}, [${joinCode(pairs, ", ")}]${rest === null ? ts`` : ts`, ${rest}`})`;
  return [...rules, [code, "has a property that is not allowed"]];
}
