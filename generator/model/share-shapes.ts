/**
 * The same shape, inferred in several places, as one named schema; `docs/inference.md` says when. Nothing depends on the
 * order of the document: a shape that recurs is named by what all its places have in common, or not at all.
 */
import type { Origin } from "../diagnostics.js";
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  jsonObject,
  type JsonValue,
  member,
  writeJson,
} from "../document/json.js";
import { appendToken } from "../document/json-pointer.js";
import { mapSubschemas } from "../document/map-subschemas.js";
import type {
  NormalDocument,
  NormalExample,
  NormalIncoming,
  NormalMediaType,
  NormalOperation,
  NormalSchema,
  Schema,
} from "../document/normal-document.js";
import { saidKey } from "../document/complete-schema.js";
import { referenceTo } from "../document/schema-names.js";
import { pascalCase, schemaTypeName } from "./names.js";
import { errorLabel, labelOfKey, labelOfPath, singular } from "./shape-label.js";

/** Fewer properties, or fewer that are always there, are alike by accident: `{ id, name }`. */
const leastProperties = 3;
const leastRequired = 2;

/** An inferred object somewhere. */
interface Occurrence {
  readonly key: string;
  readonly label: string;
  readonly schema: Schema;
  readonly evidence: string;
  /** The first value of it that an example has. */
  readonly sample: NormalExample | undefined;
  /** The objects around it that may be shared themselves, from the outside in, each with the way from it to here. */
  readonly around: readonly { readonly key: string; readonly way: string }[];
}

/** Gives shapes that recur a name, and puts references in their places. */
export function shareShapes(document: NormalDocument): NormalDocument {
  if (document.inferred.length === 0) return document;
  const occurrences: Occurrence[] = [];
  rewrite(document, (root) => {
    collect(root, occurrences);
    return root.schema;
  });
  const shared = sharedGroups(occurrences, document.schemas);
  if (shared.size === 0) return document;
  const replace = (root: Root): Schema => replaceIn(root.schema, root.label, shared, false);
  const schemas = [...shared.values()].map((group) => namedSchema(group, shared, document));
  schemas.sort((a, b) => (a.name < b.name ? -1 : 1));
  const rewritten = rewrite(document, replace);
  return { ...rewritten, schemas: [...rewritten.schemas, ...schemas] };
}

/** A schema that is no part of another, and what it may be called. */
interface Root {
  readonly schema: Schema;
  readonly place: Origin;
  readonly label: string | null;
  readonly examples: readonly NormalExample[];
}

/** The document with each of its schemas changed that may hold inferred ones. */
function rewrite(document: NormalDocument, change: (root: Root) => Schema): NormalDocument {
  const media =
    (label: string | null) =>
    (each: NormalMediaType): NormalMediaType => ({
      ...each,
      schema: each.schema && change({ schema: each.schema, place: each.origin, label, examples: each.examples }),
    });
  const operation = (each: NormalOperation, name: string): NormalOperation => {
    const label = labelOfPath(name);
    return {
      ...each,
      requestBody: each.requestBody && { ...each.requestBody, content: each.requestBody.content.map(media(label)) },
      responses: each.responses.map((response) => ({
        ...response,
        content: response.content.map(media(/^[45]/.test(response.status) ? errorLabel : label)),
      })),
      callbacks: each.callbacks.map(incoming),
    };
  };
  const incoming = (each: NormalIncoming): NormalIncoming => ({
    ...each,
    operation: operation(each.operation, each.name),
  });
  return {
    ...document,
    operations: document.operations.map((each) => operation(each, each.path)),
    webhooks: document.webhooks.map(incoming),
    schemas: document.schemas.map((each) => ({
      ...each,
      schema: change({ schema: each.schema, place: each.origin, label: null, examples: [] }),
    })),
  };
}

function collect({ schema: root, place, label: rootLabel, examples }: Root, found: Occurrence[]): void {
  const visit = (
    schema: Schema,
    label: string | null,
    pointer: string,
    around: Occurrence["around"],
    samples: readonly NormalExample[],
  ): void => {
    const key = groupKey(schema, label);
    const sample = samples.find(({ value }) => isJsonObject(value));
    if (key !== null && label !== null)
      found.push({ key, label, schema, evidence: evidenceKey(place, pointer), sample, around });
    mapSubschemas(schema, (child, keys) => {
      const way = keys.reduce(appendToken, "");
      const outer = around.map((each) => ({ key: each.key, way: `${each.way}${way}` }));
      const inner = key === null ? outer : [...outer, { key, way }];
      visit(child, childLabel(label, keys), `${pointer}${way}`, inner, samples.flatMap(partOf(keys)));
      return child;
    });
  };
  visit(root, rootLabel, "", [], examples);
}

/** What a schema in a schema says something of. */
function partOf([keyword = "", name = ""]: readonly string[]) {
  return (example: NormalExample): readonly NormalExample[] => {
    const { value, origin } = example;
    const parts: readonly (readonly [string, JsonValue])[] =
      typeof value === "object" && value !== null ? Object.entries<JsonValue>(value) : [];
    if (keyword === "anyOf") return [example];
    const own =
      keyword === "properties"
        ? parts.filter(([key]) => key === name)
        : keyword === "items" || keyword === "additionalProperties"
          ? parts
          : [];
    return own.map(([key, part]) => ({
      ...example,
      value: part,
      origin: { uri: origin.uri, pointer: appendToken(origin.pointer, key) },
    }));
  };
}

function evidenceKey({ uri, pointer }: Origin, inner: string): string {
  return `${uri}#${pointer} ${inner}`;
}

/** What a part is called, given what the whole is called. */
function childLabel(label: string | null, [keyword = "", name = ""]: readonly string[]): string | null {
  if (keyword === "properties") return labelOfKey(name, label);
  return keyword === "items" || keyword === "additionalProperties" ? singular(label) : label;
}

/** What is the same for all places of one shape: its label and its structure. Null for what is never shared. */
function groupKey(schema: Schema, label: string | null): string | null {
  const { type, properties, required, "x-exemplar-seen": seen } = schema;
  if (label === null || typeof seen !== "number" || !isJsonObject(properties)) return null;
  const isPlain = Object.keys(schema).every((key) =>
    ["type", "properties", "required", "x-exemplar-seen", saidKey].includes(key),
  );
  const types = isJsonArray(type) ? type.filter((each) => each !== "null") : [type];
  if (!isPlain || types.length !== 1 || types[0] !== "object") return null;
  if (Object.keys(properties).length < leastProperties) return null;
  if (!isJsonArray(required) || required.length < leastRequired) return null;
  return `${label} ${structureOf({ ...schema, type: "object" })}`;
}

/** A schema as text, whatever the order of its keys, how often it was seen, and whether its numbers are whole. */
function structureOf(schema: JsonValue): string {
  const sorted = (value: JsonValue): JsonValue => {
    if (isJsonArray(value)) return value.map(sorted);
    if (!isJsonObject(value)) return value === "integer" ? "number" : value;
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return jsonObject(
      entries.flatMap(([key, inner]) => {
        if (key === "x-exemplar-seen" && typeof inner === "number") return [];
        if (key === saidKey && !isJsonObject(inner)) return [];
        const isList = (key === "required" || key === "type") && isJsonArray(inner);
        return [[key, isList ? inner.map(sorted).map(String).sort() : sorted(inner)] as const];
      }),
    );
  };
  return writeJson(sorted(schema));
}

interface Group {
  readonly key: string;
  readonly name: string;
  readonly occurrences: readonly Occurrence[];
}

/** The groups that get a name, by key: the larger shapes first, as what is inside of them is then there once. */
function sharedGroups(
  occurrences: readonly Occurrence[],
  schemas: readonly NormalSchema[],
): ReadonlyMap<string, Group> {
  const byKey = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences) {
    const others = byKey.get(occurrence.key);
    if (others === undefined) byKey.set(occurrence.key, [occurrence]);
    else others.push(occurrence);
  }
  const recurring = [...byKey].flatMap(([key, group]): Group[] => {
    const [first] = group;
    const name = pascalCase(first?.label ?? "", "Shape");
    return group.length > 1 ? [{ key, name, occurrences: group }] : [];
  });
  // Two shapes that would have one name: which of them is what the name says cannot be known.
  const fold = (name: string) => schemaTypeName(name).toLowerCase();
  const wanted = new Map<string, number>();
  for (const { name } of [...schemas, ...recurring]) wanted.set(fold(name), (wanted.get(fold(name)) ?? 0) + 1);
  const named = recurring.filter(({ name }) => wanted.get(fold(name)) === 1);
  named.sort((a, b) => b.key.length - a.key.length || (a.key < b.key ? -1 : 1));
  const chosen = new Map<string, Group>();
  for (const group of named) {
    const contexts = new Set(
      group.occurrences.map(({ around, evidence }) => {
        const outer = around.findLast((each) => chosen.has(each.key));
        return outer === undefined ? evidence : `${outer.key} ${outer.way}`;
      }),
    );
    if (contexts.size > 1) chosen.set(group.key, group);
  }
  return chosen;
}

/** Two schemas of one structure as one: where the numbers of either are not whole, they are not. What was seen adds up. */
function withAllNumbers(schema: JsonValue, other: JsonValue | undefined): JsonValue {
  if (schema === "integer" && other === "number") return other;
  if (isJsonArray(schema)) {
    return isJsonArray(other) && other.includes("number")
      ? schema.map((item) => (item === "integer" ? "number" : item))
      : schema.map((item, index) => withAllNumbers(item, member(other, String(index))));
  }
  if (!isJsonObject(schema)) return schema;
  return jsonObject(
    Object.entries(schema).map(([key, value]) => {
      const its = member(other, key);
      const isCount = key === "x-exemplar-seen" && typeof value === "number" && typeof its === "number";
      return [key, isCount ? value + its : withAllNumbers(value, its)];
    }),
  );
}

/** @param isNamed whether the schema itself is what has the name */
function replaceIn(schema: Schema, label: string | null, shared: ReadonlyMap<string, Group>, isNamed: boolean): Schema {
  const key = isNamed ? null : groupKey(schema, label);
  const group = key === null ? undefined : shared.get(key);
  if (group === undefined)
    return mapSubschemas(schema, (child, keys) => replaceIn(child, childLabel(label, keys), shared, false));
  const reference = { $ref: referenceTo(group.name) };
  return isJsonArray(schema["type"]) ? { anyOf: [reference, { type: "null" }] } : reference;
}

function namedSchema(group: Group, shared: ReadonlyMap<string, Group>, { inferred }: NormalDocument): NormalSchema {
  const [first] = group.occurrences;
  if (first === undefined) throw new Error("a group has occurrences");
  const places = new Set(group.occurrences.map(({ evidence }) => evidence));
  const nodes = inferred.filter(({ place, pointer }) => places.has(evidenceKey(place, pointer)));
  const examples = new Map(nodes.flatMap((node) => node.examples.map((each) => [`${each.uri}#${each.pointer}`, each])));
  const [origin] = examples.values();
  const [, ...others] = group.occurrences;
  const merged = others.reduce<JsonValue>((one, { schema }) => withAllNumbers(one, schema), first.schema);
  const whole: JsonObject = { ...(isJsonObject(merged) ? merged : {}), type: "object", [saidKey]: null };
  const sample = group.occurrences.find((occurrence) => occurrence.sample !== undefined)?.sample;
  return {
    name: group.name,
    schema: replaceIn(whole, first.label, shared, true),
    inferredFrom: [...examples.values()],
    ...(sample !== undefined && { sample: { ...sample, name: "default" } }),
    origin: origin ?? { uri: "", pointer: "" },
  };
}
