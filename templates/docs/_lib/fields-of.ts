/** The fields of a schema as a tree: of objects, of items of lists, of values of maps, of what a union has in it. */
import type { JsonSchema } from "openapi-exemplar/view";
import {
  componentOf,
  type Components,
  isList,
  isObject,
  isScalar,
  resolved,
  schemasIn,
  typesOf,
} from "./schema-table.js";
import { textOf } from "./what-it-is.js";
import { type TypeWord, typeWords } from "./type-words.js";

export interface Field {
  /** From the value: `subAccounts[].id`. */
  readonly path: string;
  readonly types: readonly TypeWord[];
  readonly required: boolean;
  /** Whether only some alternatives of a union have it. */
  readonly partial: boolean;
  readonly schema: JsonSchema;
  /** Those inside. None of a component, which has a page of its own. */
  readonly inner: readonly Field[];
}

/** Objects within objects without names are seldom deeper, and hardly to be read then. */
const mostDepth = 8;

/** What stands for a name of any member. */
const anyName = "*";

/**
 * The fields of what is sent or received. A component is looked into here, and in the items of a list; what its fields
 * refer to is not.
 */
export function fieldsOf(schema: JsonSchema, components: Components): readonly Field[] {
  let current = resolved(schema, components);
  let path = "";
  for (let depth = 0; depth < mostDepth && isObject(current["items"]); depth++) {
    path += "[]";
    current = resolved(current["items"], components);
  }
  return expand(current, path, true, 0, components);
}

/** The fields of a schema that is a part of another: those of components are on their pages. */
export function innerFields(schema: JsonSchema, path: string, components: Components, depth = 0): readonly Field[] {
  if (depth > mostDepth || componentOf(schema, components) !== undefined) return [];
  const { items } = schema;
  return isObject(items)
    ? innerFields(items, `${path}[]`, components, depth + 1)
    : expand(schema, path, false, depth, components);
}

interface Member {
  readonly schemas: readonly JsonSchema[];
  readonly required: boolean;
  readonly partial: boolean;
}

function expand(
  schema: JsonSchema,
  path: string,
  followsNames: boolean,
  depth: number,
  components: Components,
): readonly Field[] {
  const members = membersOf(schema, followsNames, [], components);
  return [...members].flatMap(([name, { schemas, required, partial }]): readonly Field[] => {
    const [first = {}] = schemas;
    const own = path === "" ? name : `${path}.${name}`;
    const inner = mergedFields(schemas.map((each) => innerFields(each, own, components, depth + 1)));
    const types = schemas.flatMap((each) => typeWords(each, components));
    const distinct = [...new Map(types.map((type) => [type.text, type])).values()];
    // The type of a map says all that there is to say of its values.
    if (name === anyName && members.size === 1 && textOf(first) === null) return inner;
    return [{ path: own, types: distinct, required, partial, schema: first, inner }];
  });
}

/** The fields of several schemas of one member, each path once. */
function mergedFields(lists: readonly (readonly Field[])[]): readonly Field[] {
  return [...new Map(lists.flat().map((field) => [field.path, field])).values()];
}

/** The members of an object: of the schema, of what it is composed of, and of the alternatives that have no name. */
function membersOf(
  schema: JsonSchema,
  followsNames: boolean,
  seen: readonly JsonSchema[],
  components: Components,
): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  if (seen.includes(schema)) return members;
  const isOutside = (part: JsonSchema) => !followsNames && componentOf(part, components) !== undefined;
  const inside = (part: JsonSchema) =>
    isOutside(part)
      ? new Map<string, Member>()
      : membersOf(resolved(part, components), followsNames, [...seen, schema], components);
  for (const part of schemasIn(schema["allOf"])) for (const [name, member] of inside(part)) members.set(name, member);
  for (const key of ["oneOf", "anyOf"]) {
    // What is no object has no fields that it could lack.
    const objects = schemasIn(schema[key]).filter((part) => isObjectLike(resolved(part, components)));
    const unnamed = objects.filter((part) => componentOf(part, components) === undefined);
    for (const [name, member] of inSome(unnamed.map(inside), objects.length))
      if (!members.has(name)) members.set(name, member);
  }
  const { properties, additionalProperties } = schema;
  for (const [name, property] of Object.entries(isObject(properties) ? properties : {}))
    members.set(name, { schemas: [isObject(property) ? property : {}], required: false, partial: false });
  if (isObject(additionalProperties) && Object.keys(additionalProperties).length > 0 && !isScalar(schema))
    members.set(anyName, { schemas: [additionalProperties], required: false, partial: false });
  for (const name of isList(schema["required"]) ? schema["required"] : []) {
    const member = typeof name === "string" ? members.get(name) : undefined;
    if (member !== undefined && typeof name === "string") members.set(name, { ...member, required: true });
  }
  return members;
}

function isObjectLike(schema: JsonSchema): boolean {
  const types = typesOf(schema);
  return types.length === 0 ? !isScalar(schema) : types.includes("object");
}

/** Members of alternatives: required, or there at all, is what all of them agree on. */
function inSome(alternatives: readonly ReadonlyMap<string, Member>[], count: number): ReadonlyMap<string, Member> {
  const names = new Set(alternatives.flatMap((alternative) => [...alternative.keys()]));
  const merged = [...names].map((name) => {
    const found = alternatives.flatMap((alternative) => alternative.get(name) ?? []);
    const isEverywhere = found.length === count;
    const member: Member = {
      schemas: found.flatMap(({ schemas }) => schemas),
      required: isEverywhere && found.every(({ required }) => required),
      partial: !isEverywhere || found.some(({ partial }) => partial),
    };
    return [name, member] as const;
  });
  return new Map(merged);
}
