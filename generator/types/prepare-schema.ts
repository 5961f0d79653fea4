/**
 * A schema as openapi-typescript prints it right: what JSON Schema says in keywords that stand beside each other, said in
 * unions, intersections and plain objects. Around its faults, see ARCHITECTURE.md, "openapi-typescript".
 */
import { isJsonArray, isJsonObject, type JsonValue } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { referencedName } from "../document/referenced-name.js";
import { longLiterals } from "./int64-nodes.js";
import { isNote } from "../document/schema-notes.js";
import { fileKey } from "../model/multipart-fields.js";
import type { Place, Preparation } from "./preparation.js";
import { prepareArray } from "./prepare-array.js";
import { prepareObject, saysObject } from "./prepare-object.js";
import { valuesOf } from "./schema-values.js";
import { scalarNode } from "./scalar-node.js";
import {
  intersectionNode,
  isUnknown,
  literalNode,
  neverNode,
  referenceNode,
  requiredNode,
  unionNode,
  unknownNode,
} from "./type-nodes.js";

/** Where a schema stands in a composition. */
export interface Surroundings {
  /** Properties that schemas around this one describe. */
  readonly known: ReadonlyMap<string, Schema>;
  /** Properties that schemas around this one require: it marks those that it describes. */
  readonly required: ReadonlySet<string>;
  /** Whether a type of an object stands beside this one, so that just "an object" adds nothing. */
  readonly isBeside: boolean;
  /** Whether it is a part of an `allOf`: the whole then says what is required. */
  readonly isPart: boolean;
}

const alone: Surroundings = { known: new Map(), required: new Set(), isBeside: false, isPart: false };

/** Prepares a schema and the schemas in it. The result is a private copy. */
export function prepareSchema(schema: Schema, preparation: Preparation): Schema {
  const name = referencedName(schema);
  const target = name === null ? undefined : preparation.component(name);
  const readOnly = schema["readOnly"] === true || target?.["readOnly"] === true;
  const prepared = { ...prepareIn(schema, alone, preparation), ...(readOnly && { readOnly }) };
  preparation.originals.set(prepared, schema);
  return prepared;
}

function prepareIn(schema: Schema, around: Surroundings, preparation: Preparation): Schema {
  // A file of a multipart body has a type of the runtime's.
  if (schema[fileKey] === true) return referenceNode("FileInput");
  const name = referencedName(schema);
  if (name !== null) return referenceNode(preparation.typeName(name));
  if (allowsNothing(schema)) return neverNode;
  const parts = schemasIn(schema["allOf"]);
  const unions = unionsOf(schema);
  const isComposed = parts.length + unions.length > 0;
  const described = preparation.describe(schema);
  const isNew = [...described.properties].some(([name, property]) => around.known.get(name) !== property);
  const known = isNew ? new Map([...around.known, ...described.properties]) : around.known;
  // What another part requires is required here, too: so the type says it where it describes the property.
  const required = new Set([...around.required, ...described.required]);
  const open = around.isPart
    ? new Map<string, Schema>()
    : withoutInline(new Set(requiredInline(schema)), schema, known);

  const inAllOf = parts.length + unions.length > 1 || saysStructure(schema) || around.isBeside;
  const allOf = parts.map((part) => {
    const node = prepareIn(part, { known, required, isBeside: inAllOf, isPart: true }, preparation);
    return withRequired(node, part, open, preparation);
  });
  const isBeside = around.isBeside || allOf.some((node) => !isUnknown(node)) || saysObject(schema);
  const alternatives = unions.map((union): Alternatives => {
    return union.map((part) => {
      const node = prepareIn(part, { known, required: new Set(), isBeside, isPart: false }, preparation);
      return { node, isObject: !isNoObject(part, preparation) };
    });
  });
  const nodes = alternatives.map((union) => unionNode(union.map(({ node }) => node)));
  const composed = [...allOf, ...nodes].filter((node) => !isUnknown(node));
  const place: Place = { required, open, isComposed, isBeside: around.isBeside || composed.length > 0 };
  const says = !isComposed || composed.length === 0 || saysStructure(schema) || valuesOf(schema) !== null;
  // What is required is required of objects: where there is something else, only of those alternatives that are.
  const mixed = alternatives.findIndex((union) => union.some(({ isObject }) => !isObject));
  if (!says && open.size > 0 && mixed >= 0) {
    const object = prepareOwn(schema, place, preparation);
    const union = (alternatives[mixed] ?? []).map(({ node, isObject }) => {
      return isObject ? intersectionNode([node, object]) : node;
    });
    return intersectionNode([...allOf, ...nodes.with(mixed, unionNode(union))]);
  }
  const own = says || open.size > 0 ? prepareOwn(schema, place, preparation) : unknownNode;
  const node = intersectionNode([...allOf, own, ...nodes]);
  // Parts that all say just "an object".
  const [first] = parts;
  return isUnknown(node) && first !== undefined && !around.isBeside ? prepareIn(first, around, preparation) : node;
}

type Alternatives = readonly { readonly node: Schema; readonly isObject: boolean }[];

/** Whether a schema says of its values that none is an object. */
function isNoObject(schema: Schema, { component }: Preparation): boolean {
  const name = referencedName(schema);
  const target = (name === null ? undefined : component(name)) ?? schema;
  const values = valuesOf(target);
  if (values !== null) return !values.some(isJsonObject);
  const types = typesOf(target);
  return types.length > 0 && !types.includes("object");
}

/** The type that the keywords of a schema itself say, without those that compose it. */
function prepareOwn(schema: Schema, place: Place, preparation: Preparation): Schema {
  const values = valuesOf(schema);
  if (values !== null) return longLiterals(values, schema) ?? literalNode(values);
  const prepare = (inner: Schema) => prepareSchema(inner, preparation);
  const types = typesOf(schema);
  const isObject = types.length === 0 && place.open.size > 0;
  return types.length === 0 && !isObject
    ? unknownNode
    : unionNode(
        (isObject ? ["object"] : types).map((type) => {
          if (type === "object") return prepareObject(schema, place, preparation, prepare);
          if (type === "array") return prepareArray(schema, prepare);
          return scalarNode(type, schema);
        }),
      );
}

/** The types that a schema names, or that its keywords mean. */
function typesOf(schema: Schema): readonly string[] {
  const type = schema["type"];
  const types = (isJsonArray(type) ? type : [type]).filter((name) => typeof name === "string");
  if (types.length > 0) return types;
  return [...(saysObject(schema) ? ["object"] : []), ...(saysArray(schema) ? ["array"] : [])];
}

function saysArray(schema: Schema): boolean {
  return schema["items"] !== undefined || schema["prefixItems"] !== undefined;
}

/** Whether a schema says more of its values than of which type they are. */
function saysStructure(schema: Schema): boolean {
  return saysObject(schema) || saysArray(schema);
}

function allowsNothing(schema: Schema): boolean {
  const not = schema["not"];
  return not === true || (isJsonObject(not) && Object.keys(not).every(isNote));
}

function schemasIn(value: JsonValue | undefined): readonly Schema[] {
  return isJsonArray(value) ? value.filter(isJsonObject) : [];
}

/** Lists of alternatives. One of `then` and `else` holds, whatever `if` says. */
function unionsOf(schema: Schema): readonly (readonly Schema[])[] {
  const conditional = [schema["then"], schema["else"]].filter(isJsonObject);
  return [schemasIn(schema["anyOf"]), schemasIn(schema["oneOf"]), conditional.length === 2 ? conditional : []].filter(
    (union) => union.length > 0,
  );
}

/** What a schema and the parts that are written in it require. */
function requiredInline(schema: Schema): readonly string[] {
  const own = isJsonArray(schema["required"]) ? schema["required"].filter((name) => typeof name === "string") : [];
  return [...own, ...schemasIn(schema["allOf"]).flatMap(requiredInline)];
}

/** Of the names those that are described, but not by the schema or a part that is written in it: those are marked there. */
function withoutInline(
  names: ReadonlySet<string>,
  schema: Schema,
  known: ReadonlyMap<string, Schema>,
): Map<string, Schema> {
  const open = new Map([...known].filter(([name]) => names.has(name)));
  const visit = ({ properties, allOf }: Schema): void => {
    for (const name of isJsonObject(properties) ? Object.keys(properties) : []) open.delete(name);
    for (const part of schemasIn(allOf)) visit(part);
  };
  visit(schema);
  return open;
}

/** The type of a part that is a reference, with the properties required that it has. @param open those found leave it */
function withRequired(node: Schema, part: Schema, open: Map<string, Schema>, { describe }: Preparation): Schema {
  if (referencedName(part) === null) return node;
  const { properties, isPlain } = describe(part);
  const own = isPlain ? [...open.keys()].filter((name) => properties.has(name)) : [];
  for (const name of own) open.delete(name);
  return own.length > 0 ? requiredNode(node, own) : node;
}
