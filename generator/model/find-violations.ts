/**
 * Which rules of its schema a value breaks, all keywords of JSON Schema 2020-12 considered. By Ajv, which is loaded when
 * the first value is judged.
 */
import { createRequire } from "node:module";
import type * as Ajv from "ajv/dist/2020.js";
import type { Ajv2020, ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import type * as AjvFormats from "ajv-formats";
import { isJsonArray, isJsonObject, type JsonValue, jsonObject } from "../document/json.js";
import { appendToken } from "../document/json-pointer.js";
import { mapSubschemas } from "../document/map-subschemas.js";
import type { Schema } from "../document/normal-document.js";
import { referencedName } from "../document/referenced-name.js";
import { isNote } from "../document/schema-notes.js";
import { visitSchemas } from "../document/visit-schemas.js";
import type { SchemaTable } from "./schema-shape.js";
import { textMatcher } from "./text-pattern.js";

/** A rule that a value breaks. */
export interface Violation {
  /** A pointer into the value, to what breaks the rule. */
  readonly at: string;
  readonly keyword: string;
  /** What the keyword asks for, as Ajv names it: `{ limit: 5 }`, `{ missingProperty: "id" }`. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The component schema that has the rule, or null where the schema itself has it, and a pointer into it. */
  readonly rule: SchemaPlace;
}

interface SchemaPlace {
  readonly component: string | null;
  readonly pointer: string;
}

/** What a schema says beside types: keywords that `contradiction` does not look at. */
const constraints: ReadonlySet<string> = new Set([
  "format",
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minItems",
  "maxItems",
  "uniqueItems",
  "contains",
  "minProperties",
  "maxProperties",
  "propertyNames",
  "patternProperties",
  "dependentRequired",
  "dependentSchemas",
  "dependencies",
  "not",
  "if",
  "oneOf",
  "unevaluatedItems",
  "unevaluatedProperties",
]);

/** Whether a keyword asks for more than a type says. */
export function isConstraint(keyword: string): boolean {
  return constraints.has(keyword);
}

interface Validator {
  readonly ajv: Ajv2020;
  /** What components are called. */
  readonly uris: ReadonlyMap<string, string>;
  readonly components: ReadonlyMap<Schema, string>;
  /** Null for what Ajv does not take for a schema: nothing is known of it. */
  readonly compiled: Map<string, ValidateFunction | null>;
  readonly prepared: WeakMap<Schema, ValidateFunction | null>;
  readonly effort: Effort;
}

/** How many component schemas may still be tried. */
interface Effort {
  ofValue: number;
  ofDocument: number;
}

/** Schemas that refer to the next one twice ask twice as much at each level: then nothing is known of their values. */
const mostTried = { ofValue: 20_000, ofEachPart: 200, ofDocument: 10_000_000 };
/** A keyword of component schemas that counts; no document has it, as what begins so is left out of schemas. */
const counted = "x-counted";

/** By table: a document has one. */
const validators = new WeakMap<SchemaTable, Validator>();
/** Of one value no more are told. */
const most = 10;

/**
 * The rules that a value breaks.
 * @param value as the document has it
 * @returns none where all is well, and none where the schema is too odd to be judged by
 */
export function findViolations(value: JsonValue, schema: Schema, table: SchemaTable): readonly Violation[] {
  const validator = validators.get(table) ?? createValidator(table);
  validators.set(table, validator);
  const validate = validatorOf(schema, validator);
  if (validate === null) return [];
  const { effort } = validator;
  effort.ofValue = mostTried.ofValue + mostTried.ofEachPart * partsIn(value);
  try {
    if (validate(plain(value))) return [];
  } catch (error) {
    if (effort.ofValue <= 0) forget(schema, validator);
    // What is nested too deep for the stack; and what refers to a schema that Ajv could not compile, and calls it all the same.
    if (error instanceof RangeError || error instanceof TypeError) return [];
    throw error;
  }
  const errors = validate.errors ?? [];
  return causes(errors).slice(0, most).map(violationOf);
}

/** Whether a schema, or one that it refers to, asks for more than its type says. */
export function hasConstraints(schema: Schema, table: SchemaTable): boolean {
  const known = constrained.get(schema);
  if (known !== undefined) return known;
  const found = { any: false };
  const parts = new Set([schema]);
  // A set takes in what is added while it is walked.
  for (const part of parts) {
    visitSchemas(part, (node) => {
      found.any ||= asksMore(node);
      const target = table.get(referencedName(node) ?? "");
      if (target !== undefined) parts.add(target);
    });
    if (found.any) break;
  }
  constrained.set(schema, found.any);
  return found.any;
}

const constrained = new WeakMap<Schema, boolean>();

/** Whether a schema has such a keyword, says something of members that it does not describe, or requires something that it does not describe itself. */
function asksMore(schema: Schema): boolean {
  const { required, properties, additionalProperties: others, allOf } = schema;
  // Which members are others, the type says only where nothing else is said of the object.
  if (others === false || (isJsonObject(others) && (isJsonObject(properties) || allOf !== undefined))) return true;
  if (Object.keys(schema).some((key) => constraints.has(key))) return true;
  const described = isJsonObject(properties) ? properties : {};
  const names = isJsonArray(required) ? required.filter((name) => typeof name === "string") : [];
  return names.some((name) => !Object.hasOwn(described, name));
}

/** How many values there are in a value, itself counted. */
function partsIn(value: JsonValue): number {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values<JsonValue>(value).reduce((sum: number, inner) => sum + partsIn(inner), 1);
}

function validatorOf(schema: Schema, validator: Validator): ValidateFunction | null {
  const { ajv, compiled, prepared } = validator;
  const known = prepared.get(schema);
  if (known !== undefined) return known;
  const uri = uriOf(schema, validator);
  const own = uri === undefined ? prepare(schema, { component: null, pointer: "" }, validator.uris) : null;
  // Many places have the same small schema.
  const key = uri ?? JSON.stringify(own);
  const found = compiled.get(key);
  const validate = found === undefined ? compile(ajv, own ?? key) : found;
  compiled.set(key, validate);
  prepared.set(schema, validate);
  return validate;
}

/** Nothing is known of the values of a schema from now on. */
function forget(schema: Schema, validator: Validator): void {
  validator.prepared.set(schema, null);
  const uri = uriOf(schema, validator);
  if (uri !== undefined) validator.compiled.set(uri, null);
}

/** What a component is called, or what is nothing but a reference to one: there is one function for all of them. */
function uriOf(schema: Schema, { uris, components }: Validator): string | undefined {
  const target = Object.keys(schema).length === 1 ? referencedName(schema) : null;
  return target === null ? components.get(schema) : uris.get(target);
}

/** @param schema or what a component is called */
function compile(ajv: Ajv2020, schema: Schema | string): ValidateFunction | null {
  try {
    return typeof schema === "string" ? (ajv.getSchema(schema) ?? null) : ajv.compile(schema);
  } catch {
    return null;
  }
}

function createValidator(table: SchemaTable): Validator {
  const require = createRequire(import.meta.url);
  // What `require` returns is typed `any`.
  const { Ajv2020: Validating } = require("ajv/dist/2020.js") as typeof Ajv;
  const { default: addFormats } = require("ajv-formats") as typeof AjvFormats.default;
  const regExp = (pattern: string) => {
    const matches = textMatcher(pattern);
    return { test: (text: string) => matches?.(text) !== false, toString: () => pattern };
  };
  const ajv = new Validating({
    strict: false,
    validateSchema: false,
    allErrors: true,
    // Errors name the schema that has the rule.
    verbose: true,
    // A function for each component, once, in place of copies.
    inlineRefs: false,
    logger: false,
    ownProperties: true,
    // 0.3 is three times 0.1, whatever binary fractions make of it.
    multipleOfPrecision: 9,
    code: { optimize: false, regExp: Object.assign(regExp, { code: "" }) },
  });
  addFormats(ajv);
  const effort: Effort = { ofValue: 0, ofDocument: mostTried.ofDocument };
  const count = () => {
    if (--effort.ofValue <= 0 || --effort.ofDocument <= 0) throw new RangeError("More is tried than it is worth");
    return true;
  };
  ajv.addKeyword({ keyword: counted, schema: false, validate: count });
  // Each by itself: what has an address of its own is compiled once, whatever refers to it.
  const uris = new Map([...table.keys()].map((name, index) => [name, `exemplar:/${index}`]));
  for (const [name, schema] of table)
    ajv.addSchema(prepare(schema, { component: name, pointer: "" }, uris), uris.get(name));
  const components = new Map([...table].map(([name, schema]) => [schema, uris.get(name) ?? ""]));
  return { ajv, uris, components, compiled: new Map(), prepared: new WeakMap(), effort };
}

/** Words of a schema that would make Ajv look for other schemas, or that it takes for its own. */
const ignored = new Set([
  "$id",
  "$schema",
  "$anchor",
  "$dynamicAnchor",
  "$dynamicRef",
  "$recursiveRef",
  "$vocabulary",
  "id",
  "discriminator",
  "nullable",
]);

/** Where the schemas that Ajv gets were made from. */
const places = new WeakMap<object, SchemaPlace>();

/** The schema without what says nothing of values, its references leading to the components. */
function prepare(schema: Schema, place: SchemaPlace, uris: ReadonlyMap<string, string>): Schema {
  const target = uris.get(referencedName(schema) ?? "");
  const entries = Object.entries(schema)
    .filter(([key]) => !isNote(key) && !ignored.has(key))
    .map(([key, value]): readonly [string, JsonValue] => [key, key === "$ref" && target ? target : plain(value)]);
  if (place.component !== null && place.pointer === "") entries.push([counted, true]);
  const own = mapSubschemas(jsonObject(entries), (child, keys) =>
    prepare(child, { ...place, pointer: keys.reduce(appendToken, place.pointer) }, uris),
  );
  places.set(own, place);
  return own;
}

/** Without integers beyond numbers, which Ajv does not know; the value itself where it has none. */
function plain(value: JsonValue): JsonValue {
  if (typeof value === "bigint") return Number(value);
  if (typeof value !== "object" || value === null) return value;
  if (isJsonArray(value)) {
    const items = value.map(plain);
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  const entries = Object.entries(value).map(([key, child]) => [key, plain(child)] as const);
  return entries.every(([key, child]) => child === value[key]) ? value : jsonObject(entries);
}

const compositions: ReadonlySet<string> = new Set(["anyOf", "oneOf", "contains", "propertyNames"]);

/** Of what alternatives say, each for itself, nothing is told: none of them need be meant. */
function causes(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const composed = errors.filter(({ keyword }) => compositions.has(keyword));
  const told = errors.filter(
    // What `then` and `else` ask for is told by itself.
    (error) => error.keyword !== "if" && !composed.some((outer) => outer !== error && isInside(error, outer)),
  );
  return told.length > 0 ? told : errors;
}

/** Whether an error comes from an alternative of another one. */
function isInside(inner: ErrorObject, outer: ErrorObject): boolean {
  if (!inner.instancePath.startsWith(outer.instancePath)) return false;
  const [place, around] = [placeOf(inner), placeOf(outer)];
  return place.component !== around.component || place.pointer.startsWith(`${around.pointer}/`);
}

/** Where a keyword stands that asked for what was not there. */
function placeOf({ parentSchema, keyword }: ErrorObject): SchemaPlace {
  const place = parentSchema === undefined ? undefined : places.get(parentSchema);
  const { component, pointer } = place ?? { component: null, pointer: "" };
  return { component, pointer: appendToken(pointer, keyword) };
}

function violationOf(error: ErrorObject): Violation {
  const { instancePath, keyword, params, propertyName } = error;
  const at = propertyName === undefined ? instancePath : appendToken(instancePath, propertyName);
  return { at, keyword, parameters: params, rule: placeOf(error) };
}
