/** The type of an object by its own keywords: properties, an index signature, or a mapped type. */
import { isJsonArray, isJsonObject, type JsonValue, jsonObject } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { referencedName } from "../document/referenced-name.js";
import type { Place, Preparation } from "./preparation.js";
import { scalarNode } from "./scalar-node.js";
import { valuesOf } from "./schema-values.js";
import {
  emptyNode,
  isUnknown,
  literalNode,
  mappedNode,
  referenceNode,
  undefinedNode,
  unionNode,
  unknownNode,
} from "./type-nodes.js";

/** How many types an index signature beside properties names; it is `unknown` where there would be more. */
const maximumIndexTypes = 6;

/** Whether a schema describes members of objects. */
export function saysObject(schema: Schema): boolean {
  const { properties, patternProperties, propertyNames } = schema;
  return (
    [properties, patternProperties].some((map) => isJsonObject(map) && Object.keys(map).length > 0) ||
    [schema["additionalProperties"], schema["unevaluatedProperties"]].some(isOpen) ||
    isJsonObject(propertyNames)
  );
}

function isOpen(value: JsonValue | undefined): boolean {
  return value === true || isJsonObject(value);
}

/** Prepares an object. @param prepare prepares a schema in it */
export function prepareObject(
  schema: Schema,
  place: Place,
  preparation: Preparation,
  prepare: (schema: Schema) => Schema,
): Schema {
  const described = Object.entries(isJsonObject(schema["properties"]) ? schema["properties"] : {});
  const properties = described.flatMap(([name, property]) =>
    isJsonObject(property) ? [[name, prepare(property)] as const] : [],
  );
  const names = new Set(properties.map(([name]) => name));
  const open = [...place.open].filter(([name]) => !names.has(name));
  const all = [...properties, ...open.map(([name, property]) => [name, briefly(property, preparation)] as const)];
  const required = [...names].filter((name) => place.required.has(name)).concat([...place.open.keys()]);
  const keyed = all.length === 0 ? keyedObject(schema, preparation, prepare) : null;
  if (keyed !== null) return keyed;
  const isOptional = required.length < all.length;
  const isBeside = place.isBeside || preparation.extended.has(schema);
  const index = indexOf(
    schema,
    { isComposed: place.isComposed, isBeside, properties: all.map(([, node]) => node), isOptional },
    prepare,
  );
  if (all.length === 0 && index === null) {
    // Beside others, "an object" says nothing, nor does "and no others", which TypeScript cannot say.
    if (place.isBeside) return unknownNode;
    return isClosed(schema) && !place.isComposed ? emptyNode : { type: "object" };
  }
  return {
    type: "object",
    ...(all.length > 0 && { properties: jsonObject(all), required }),
    ...(index !== null && { additionalProperties: index }),
  };
}

/** A type that another schema says as well: just that it is there, where that would be long. */
function briefly(property: Schema, preparation: Preparation): Schema {
  const name = referencedName(property);
  if (name !== null) return referenceNode(preparation.typeName(name));
  const { type, enum: values, const: only, anyOf } = property;
  if (isJsonArray(anyOf) && Object.keys(property).length === 1)
    return unionNode(anyOf.filter(isJsonObject).map((each) => briefly(each, preparation)));
  const isScalar = type === "string" || type === "number" || type === "integer" || type === "boolean";
  if (!isScalar || values !== undefined || only !== undefined) return unknownNode;
  return scalarNode(type, property);
}

function isClosed(schema: Schema): boolean {
  return (
    schema["additionalProperties"] === false ||
    (schema["unevaluatedProperties"] === false && schema["additionalProperties"] === undefined) ||
    schema["maxProperties"] === 0
  );
}

interface Members {
  readonly properties: readonly Schema[];
  /** Whether one of them may be missing. */
  readonly isOptional: boolean;
  readonly isComposed: boolean;
  readonly isBeside: boolean;
}

/** The type of members that are not listed; null where the schema does not speak of them. */
function indexOf(schema: Schema, members: Members, prepare: (schema: Schema) => Schema): Schema | null {
  const { patternProperties } = schema;
  const additional = schema["additionalProperties"] ?? schema["unevaluatedProperties"];
  const patterns = Object.values(isJsonObject(patternProperties) ? patternProperties : {}).filter(isJsonObject);
  const schemas = [
    ...(isJsonObject(additional) ? [additional] : additional === true ? [unknownNode] : []),
    ...patterns,
  ];
  if (schemas.length === 0 || schema["maxProperties"] === 0) return null;
  // `{ a: string } & { [key: string]: number }` rejects every literal, so the index takes in what stands beside it.
  const isAlone = !members.isComposed && !members.isBeside;
  const own = schemas.map(prepare).map(withoutReadOnly);
  const types = alternativesIn(unionNode([...own, ...members.properties.map(withoutReadOnly)]));
  const union = unionNode(types.filter((type) => !isText(type) || !types.some((other) => other["type"] === "string")));
  if (!isAlone || isUnknown(union)) return unknownNode;
  if (alternativesIn(union).length > maximumIndexTypes && members.properties.length > 0) return unknownNode;
  return members.isOptional ? unionNode([union, undefinedNode]) : union;
}

function alternativesIn(node: Schema): readonly Schema[] {
  return isJsonArray(node["oneOf"]) ? node["oneOf"].filter(isJsonObject) : [node];
}

/** True for a literal text, which `string` takes in. */
function isText({ enum: values }: Schema): boolean {
  return isJsonArray(values) && values.every((value) => typeof value === "string");
}

function withoutReadOnly(node: Schema): Schema {
  return jsonObject(Object.entries(node).filter(([key]) => key !== "readOnly"));
}

/** An object whose keys are those of an enum (`propertyNames`); null for any other. */
function keyedObject(schema: Schema, preparation: Preparation, prepare: (schema: Schema) => Schema): Schema | null {
  const { propertyNames, additionalProperties } = schema;
  if (!isJsonObject(propertyNames) || additionalProperties === false) return null;
  const name = referencedName(propertyNames);
  const keys = valuesOf((name === null ? propertyNames : preparation.component(name)) ?? {});
  if (keys === null || !keys.every((key) => typeof key === "string")) return null;
  const value = isJsonObject(additionalProperties) ? prepare(additionalProperties) : unknownNode;
  return mappedNode(name === null ? literalNode(keys) : referenceNode(preparation.typeName(name)), value);
}
