/** Puts what examples show into a schema: in the place of what says nothing, and, where the config asks for it, beside what does. */
import type { Origin } from "../diagnostics.js";
import { childrenOf, evidenceOf, type Sample, type SchemaPlace } from "./infer-evidence.js";
import type { DocumentInferOptions } from "./infer-options.js";
import { inferSchema } from "./infer-schema.js";
import { isJsonArray, isJsonObject, jsonObject, type JsonObject, type JsonValue, member } from "./json.js";
import { appendToken } from "./json-pointer.js";
import { mapSubschemas } from "./map-subschemas.js";
import type { InferredNode, Schema } from "./normal-document.js";
import { containerOf, saysNothing } from "./says-nothing.js";

export interface CompletionContext {
  readonly options: DocumentInferOptions;
  /** Gets the evidence of what is inferred. */
  readonly evidence: InferredNode[];
}

/** A schema of the document with what leads to it. */
export interface CompletedNode extends SchemaPlace {
  readonly schema: Schema;
  /** Where the schema is written. */
  readonly origin: Origin;
}

export interface Completed {
  readonly schema: Schema;
  /** The examples that the schema as a whole was inferred from, or null. */
  readonly inferredFrom: readonly Origin[] | null;
}

/** On an inferred schema inside a described one: how many examples it was inferred from. */
export const inferredKey = "x-exemplar-inferred";

/** On an inferred schema: the `type` that the document has there, or null. A schema with `inferredKey` alone was added. */
export const saidKey = "x-exemplar-said";

/**
 * Completes a schema, and the schemas in it, from examples: those of the place that has it, and its own (`example`,
 * `examples`). References are not followed.
 * @param samples values of the schema that stand outside of it
 */
export function completeSchema(context: CompletionContext, node: CompletedNode, samples: readonly Sample[]): Completed {
  const filled = fill(context, node, samples);
  return filled ?? { schema: completeParts(context, node, samples), inferredFrom: null };
}

/** Infers a schema that says nothing; null where it does, or where no example tells more. */
function fill(context: CompletionContext, node: CompletedNode, samples: readonly Sample[]): Completed | null {
  const { schema } = node;
  if (!saysNothing(schema)) return null;
  const container = containerOf(schema);
  const all = [...samples, ...ownSamples(node)].filter(({ value }) => container === null || isOf(container, value));
  const inferred = inferSchema(
    all.map(({ value }) => value),
    context.options,
  );
  // No example, or one that is null, an empty list or an empty object.
  if (Object.keys(inferred).length <= (container === null ? 0 : countOf(container))) return null;
  context.evidence.push(...evidenceOf(inferred, all, node));
  const said = Object.entries(schema).filter(([key]) => key !== "items" && key !== "properties");
  const merged = jsonObject<JsonValue>([
    ...said,
    ...Object.entries(inferred).filter(([key]) => key !== "type" || container === null),
    [saidKey, schema["type"] ?? null],
  ]);
  const origins = new Map(all.map(({ origin }) => [`${origin.uri}#${origin.pointer}`, origin]));
  return { schema: merged, inferredFrom: [...origins.values()] };
}

/** How many keywords an empty object or list has, inferred. */
function countOf(container: "object" | "array"): number {
  return container === "object" ? 2 : 1;
}

function isOf(container: "object" | "array", value: JsonValue): boolean {
  return container === "object" ? isJsonObject(value) : isJsonArray(value);
}

/** The examples that a schema has of itself. */
function ownSamples({ schema, origin }: CompletedNode): readonly Sample[] {
  const at = (...keys: readonly string[]) => ({
    uri: origin.uri,
    pointer: keys.reduce(appendToken, origin.pointer),
  });
  const { example, examples } = schema;
  return [
    ...(example === undefined ? [] : [{ value: example, origin: at("example") }]),
    ...(isJsonArray(examples)
      ? examples.map((value, index) => ({ value, origin: at("examples", String(index)) }))
      : []),
  ];
}

function completeParts(context: CompletionContext, node: CompletedNode, samples: readonly Sample[]): Schema {
  const isExtended = context.options.partial === "extend";
  const known = isExtended ? [...samples, ...ownSamples(node)] : [];
  const { schema } = node;
  const completed = mapSubschemas(schema, (child, keys) => {
    const [keyword = "", name = ""] = keys;
    // What is said of no value of this place: schemas of names, of what is forbidden, of conditions.
    if (["propertyNames", "not", "if", "contains", "$defs"].includes(keyword)) return child;
    const below: CompletedNode = {
      schema: child,
      place: node.place,
      pointer: keys.reduce(appendToken, node.pointer),
      origin: { uri: node.origin.uri, pointer: keys.reduce(appendToken, node.origin.pointer) },
    };
    const { schema: complete, inferredFrom } = completeSchema(
      context,
      below,
      partSamples(schema, keyword, name, known),
    );
    return inferredFrom === null ? complete : { ...complete, [inferredKey]: inferredFrom.length };
  });
  return isExtended ? extend(context, { ...node, schema: completed }, known) : completed;
}

/** The values of a part of a schema, where they can be told from those of the whole. */
export function partSamples(
  schema: Schema,
  keyword: string,
  name: string,
  samples: readonly Sample[],
): readonly Sample[] {
  if (samples.length === 0) return samples;
  if (keyword === "items" && schema["prefixItems"] === undefined) return childrenOf(samples, isJsonArray);
  if (keyword === "properties") {
    return samples.flatMap(({ value, origin }) => {
      const child = isJsonObject(value) ? member(value, name) : undefined;
      return child === undefined ? [] : [{ value: child, origin }];
    });
  }
  if (keyword === "additionalProperties" && schema["patternProperties"] === undefined)
    return childrenOf(undescribed(schema, samples), isJsonObject);
  return [];
}

/** The objects without the keys that a schema describes. */
function undescribed(schema: Schema, samples: readonly Sample[]): readonly Sample[] {
  const { properties } = schema;
  return samples.flatMap(({ value, origin }) => {
    if (!isJsonObject(value)) return [];
    const others = Object.entries(value).filter(([key]) => member(properties, key) === undefined);
    return [{ value: jsonObject(others), origin }];
  });
}

/** What makes it unclear whether a key that is not described here is described elsewhere. */
const composing = [
  "allOf",
  "anyOf",
  "oneOf",
  "$ref",
  "if",
  "patternProperties",
  "unevaluatedProperties",
  "propertyNames",
];

/** Adds the properties that examples have and an object's schema does not describe, unless it says something of all others. */
function extend(context: CompletionContext, node: CompletedNode, samples: readonly Sample[]): Schema {
  const { schema } = node;
  const { properties, additionalProperties, required } = schema;
  if (!isJsonObject(properties) || composing.some((key) => Object.hasOwn(schema, key))) return schema;
  const isOpen =
    additionalProperties === undefined || additionalProperties === true || isEmptyObject(additionalProperties);
  const others = undescribed(schema, samples);
  if (!isOpen || others.every(({ value }) => isEmptyObject(value))) return schema;
  const inferred = inferSchema(
    others.map(({ value }) => value),
    context.options,
  );
  context.evidence.push(...evidenceOf(inferred, others, node).filter(({ pointer }) => pointer !== node.pointer));
  const { additionalProperties: members } = inferred;
  if (isJsonObject(members)) return { ...schema, additionalProperties: { ...members, [inferredKey]: others.length } };
  return {
    ...schema,
    properties: jsonObject([...Object.entries<JsonValue>(properties), ...addedProperties(inferred, others)]),
    ...(isJsonArray(inferred["required"]) && {
      required: [...(isJsonArray(required) ? required : []), ...inferred["required"]],
    }),
  };
}

function addedProperties(
  { properties }: JsonObject,
  samples: readonly Sample[],
): readonly (readonly [string, JsonValue])[] {
  if (!isJsonObject(properties)) return [];
  return Object.entries<JsonValue>(properties).map(([key, property]) => {
    const seen = samples.filter(({ value }) => member(value, key) !== undefined).length;
    return [key, isJsonObject(property) ? { ...property, [inferredKey]: seen } : property];
  });
}

function isEmptyObject(value: JsonValue): boolean {
  return isJsonObject(value) && Object.keys(value).length === 0;
}
