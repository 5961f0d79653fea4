/** Schemas as data, for the mock: what checks values, without what only people read. */
import { int64TypeOf } from "../document/int64.js";
import { isJsonArray, isJsonObject, type JsonValue, jsonObject } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { referencedName } from "../document/referenced-name.js";
import { isExactPart, isExactSlot } from "../model/exact-wire.js";
import { saidSchema } from "../model/said-schema.js";
import { essentialSchema, objectShape, referencedNames, type SchemaTable, typesOf } from "../model/schema-shape.js";
import type { BodyContent, Model, NamedSchema, Operation, Parameter } from "../model/model.js";
import { type Code, identifier, type LiteralValue, literal, ts } from "./code.js";
import { fixturesKey } from "./fixtures-view.js";
import { createImports } from "./import-lines.js";
import type { JsonLiteral } from "./json-literal.js";
import { hasContentType, requestBodies } from "./request-bodies.js";
import type { JsonSchemaView } from "./view.js";

/** The views of the schemas that operations use. */
export interface JsonSchemaViews {
  /** By the names of component schemas; those that no operation leads to are not there. */
  readonly schemas: ReadonlyMap<string, JsonSchemaView>;
  /** By the ids of operations; those of which there is nothing to check are not there. */
  readonly operations: ReadonlyMap<string, OperationSchemasView>;
}

export interface OperationSchemasView extends JsonSchemaView {
  /** The keys among its `responses`. */
  readonly responses: ReadonlySet<string>;
}

/** Builds the views of all schemas that the mock needs. */
export function buildJsonSchemaViews(model: Model, table: SchemaTable, jsonLiteral: JsonLiteral): JsonSchemaViews {
  const byName = new Map(model.schemas.map((schema) => [schema.name, schema]));
  const wanted = new Set<NamedSchema>();
  const asked = namesInRequests(model, table);
  const context = (folder: Context["folder"], own: NamedSchema | null): Context => {
    const imports = createImports();
    if (folder === "./") imports.type("../runtime/json-schema.js", "JsonSchema");
    else imports.type("../../runtime/json-schema.js", "OperationSchemas");
    const refer = (name: string) => {
      const target = byName.get(name);
      if (target === undefined) return null;
      wanted.add(target);
      return target;
    };
    const use = own === null ? "checks" : asked.has(own.name) ? "both" : "answers";
    return { imports, folder, own, refer, table, jsonLiteral, use };
  };
  const operations = new Map<string, OperationSchemasView>();
  for (const operation of model.operations) {
    const view = operationView(operation, context("../", null));
    if (view !== null) operations.set(operation.id, view);
  }
  const schemas = new Map<string, JsonSchemaView>();
  // A set is iterated to its end, also where it grows.
  for (const schema of wanted) schemas.set(schema.name, schemaView(schema, context("./", schema)));
  return { schemas, operations };
}

/** The component schemas that requests lead to. */
function namesInRequests({ operations }: Model, table: SchemaTable): ReadonlySet<string> {
  const inRequests = operations.flatMap((operation) => [
    ...Object.values(operation.parameters).flatMap((section: readonly Parameter[]) => section),
    ...requestBodies(operation),
  ]);
  const names = new Set(inRequests.flatMap(({ schema }) => referencedNames(schema)));
  for (const name of names) for (const inner of referencedNames(table.get(name) ?? {})) names.add(inner);
  return names;
}

interface Context {
  readonly imports: ReturnType<typeof createImports>;
  /** Of the component schemas' modules, as this one sees it. */
  readonly folder: "./" | "../";
  /** The component schema whose module this is. */
  readonly own: NamedSchema | null;
  /** Asks for a component schema. */
  readonly refer: (name: string) => NamedSchema | null;
  readonly table: SchemaTable;
  readonly jsonLiteral: JsonLiteral;
  /** What the schemas are for. Nothing is refused because it differs from examples; answers are made like them. */
  readonly use: "checks" | "answers" | "both";
}

/** What the schemas of an operation are called. */
export function operationSchemasName({ typeId }: Operation): string {
  return `schemasOf${typeId}`;
}

function schemaView(schema: NamedSchema, context: Context): JsonSchemaView {
  const name = identifier(`schema${schema.id}`);
  const value = schemaData(schema.schema, context);
  return { imports: context.imports.lines(), name, value: literal(value) };
}

function operationView(operation: Operation, context: Context): OperationSchemasView | null {
  const { parameters } = operation;
  const members: (readonly [string, LiteralValue])[] = [];
  for (const section of ["path", "query", "headers", "cookies"] as const) {
    const properties = parameters[section].flatMap((parameter) => parameterData(parameter, context));
    if (properties.length > 0) members.push([section, { properties: Object.fromEntries(properties) }]);
  }
  members.push(...bodyData(operation, context));
  const responses = operation.responses.flatMap((response) =>
    response.contents.flatMap((content): [string, LiteralValue][] => {
      const isSaid = content.kind === "text" ? isText(content.schema, context) : content.kind !== "binary";
      const isServed = isSaid && content.sentAs !== null;
      const data = isServed ? schemaData(content.schema, { ...context, use: "answers" }) : true;
      return data === true ? [] : [[fixturesKey(response, content), data]];
    }),
  );
  if (members.length === 0 && responses.length === 0) return null;
  members.push(["responses", Object.fromEntries(responses)]);
  return {
    imports: context.imports.lines(),
    name: identifier(operationSchemasName(operation)),
    value: literal(Object.fromEntries(members)),
    responses: new Set(responses.map(([key]) => key)),
  };
}

/** A parameter's schema, where it says more than what reading it checks; where it takes the name of a preference, in any case. */
function parameterData(
  { name, schema, encoding }: Parameter,
  context: Context,
): readonly (readonly [string, LiteralValue])[] {
  const data = isExactSlot(encoding.slot) ? schemaData(schema, context) : true;
  return isScalarType(data) && !name.startsWith("__") ? [] : [[name, data]];
}

/** Nothing but the type of what is read from one text. */
function isScalarType(data: LiteralValue): boolean {
  if (data === true) return true;
  if (typeof data !== "object" || data === null || Array.isArray(data)) return false;
  const entries = Object.entries(data);
  return entries.every(([key, value]) => key === "type" && /^(string|number|integer|boolean)$/.test(String(value)));
}

function bodyData(operation: Operation, context: Context): readonly (readonly [string, LiteralValue])[] {
  const bodies = requestBodies(operation);
  const data = (content: BodyContent) =>
    isRead(content, context) ? schemaData(carriedSchema(content, context), context) : true;
  const [only] = bodies;
  if (only === undefined) return [];
  if (!hasContentType(operation)) {
    const schema = data(only);
    return schema === true ? [] : [["body", schema]];
  }
  const all = bodies.flatMap((content) => {
    const schema = data(content);
    return schema === true ? [] : content.mediaTypes.map((type) => [type, schema] as const);
  });
  return all.length === 0 ? [] : [["bodies", Object.fromEntries(all)]];
}

/**
 * The schema of a body, as far as what arrives can be held against it: of a form, the fields that are read with their
 * types, and those of the required ones that a form has at all.
 */
function carriedSchema({ encoding, schema }: BodyContent, { table }: Context): Schema {
  if (encoding.kind !== "form" && encoding.kind !== "multipart") return schema;
  const exact: ReadonlySet<string> = new Set(
    encoding.kind === "form"
      ? encoding.fields.filter(isExactSlot).map(({ name }) => name)
      : encoding.fields.filter(({ part }) => isExactPart(part)).map(({ name }) => name),
  );
  const shape = objectShape(schema, table);
  const isWhole = exact.size === encoding.fields.length && isRestExact(encoding);
  const required = [...(shape?.required ?? [])].filter((name) => encoding.fields.some((field) => field.name === name));
  if (isWhole && required.length === (shape?.required.size ?? 0)) return schema;
  const properties = jsonObject([...(shape?.properties ?? [])].filter(([name]) => exact.has(name)));
  return { type: "object", properties, required };
}

/** Whether fields that are not listed are read with their types, or there are none. */
function isRestExact(encoding: Extract<BodyContent["encoding"], { kind: "form" | "multipart" }>): boolean {
  return encoding.kind === "form" ? encoding.rest === null || isExactSlot(encoding.rest) : !encoding.open;
}

/** Bytes and parts are handed on as they come; so is text that stands for something else, as XML does. */
function isRead({ encoding, schema, inferredFrom }: BodyContent, context: Context): boolean {
  if (inferredFrom !== null && encoding.kind !== "json") return false;
  return encoding.kind !== "raw" || (encoding.content === "text" && isText(schema, context));
}

function isText(schema: Schema, { table }: Context): boolean {
  return typesOf(essentialSchema(schema, table)).join() === "string";
}

/** What the schema says, as data; true where it says nothing that a value could fail. */
function schemaData(schema: JsonValue, context: Context): LiteralValue {
  if (!isJsonObject(schema)) return schema !== false;
  const said = context.use === "answers" ? schema : saidSchema(schema);
  if (said !== schema && context.use === "checks") return schemaData(said, context);
  const members: [string, LiteralValue][] = [];
  if (said !== schema) members.push(["said", schemaData(said, { ...context, use: "checks" })]);
  const name = referencedName(schema);
  const target = name === null ? null : context.refer(name);
  if (target !== null) members.push(["$ref", reference(target, context)]);
  for (const [key, value] of Object.entries(schema)) {
    const kind = keywords.get(key);
    const data = kind === undefined ? undefined : keywordData(kind, value, context);
    if (data !== undefined) members.push([key, data]);
  }
  if (int64TypeOf(schema) === "string") members.push(["int64", true]);
  return members.length === 0 ? true : Object.fromEntries(members);
}

/** Called when it is needed, so that schemas may refer to each other in circles. */
function reference(target: NamedSchema, { imports, folder, own }: Context): Code {
  const name = identifier(`schema${target.id}`);
  if (target !== own) imports.value(`${folder}${target.slug}.js`, name.text);
  return ts`() => ${name}`;
}

/** What a keyword holds. */
type Keyword =
  | "value"
  | "values"
  | "number"
  | "text"
  | "format"
  | "boolean"
  | "names"
  | "type"
  | "schema"
  | "schemas"
  | "map"
  | "namesMap";

/** The keywords that are checked, by what they hold; any other says nothing of a value. */
const keywords: ReadonlyMap<string, Keyword> = new Map(
  Object.entries({
    type: "type",
    value: "const",
    values: "enum",
    format: "format",
    number:
      "multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength maxItems minItems maxContains minContains maxProperties minProperties",
    text: "pattern",
    boolean: "uniqueItems",
    names: "required",
    namesMap: "dependentRequired",
    schema: "not if then else items contains unevaluatedItems additionalProperties propertyNames unevaluatedProperties",
    schemas: "allOf anyOf oneOf prefixItems",
    map: "dependentSchemas properties patternProperties",
  } satisfies Record<Keyword, string>).flatMap(([kind, names]) =>
    names.split(" ").map((name) => [name, kind as Keyword]),
  ),
);

/** What a keyword holds, as data; undefined where it says nothing, or holds what it may not. */
function keywordData(kind: Keyword, value: JsonValue, context: Context): LiteralValue | undefined {
  switch (kind) {
    case "value":
      return context.jsonLiteral(value);
    case "values":
      return isJsonArray(value) ? context.jsonLiteral(value) : undefined;
    case "number":
      return typeof value === "number" || typeof value === "bigint" ? context.jsonLiteral(value) : undefined;
    case "text":
      return typeof value === "string" ? value : undefined;
    case "format":
      return typeof value === "string" && formats.has(value) ? value : undefined;
    case "boolean":
      return value === true ? true : undefined;
    case "names":
      return isJsonArray(value) && value.length > 0 ? value.filter((name) => typeof name === "string") : undefined;
    case "type":
      return typeof value === "string" || isJsonArray(value) ? value : undefined;
    case "schema":
      return isJsonObject(value) || typeof value === "boolean" ? schemaData(value, context) : undefined;
    case "schemas":
      return isJsonArray(value) && value.length > 0 ? value.map((each) => schemaData(each, context)) : undefined;
    case "map":
      return mapOf(value, (each) => schemaData(each, context));
    case "namesMap":
      return mapOf(value, (each) => keywordData("names", each, context) ?? []);
  }
}

function mapOf(value: JsonValue, data: (each: JsonValue) => LiteralValue): LiteralValue | undefined {
  if (!isJsonObject(value) || Object.keys(value).length === 0) return undefined;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, data(each)]));
}

/** Those that `check-format.ts` of the mock checks. */
const formats: ReadonlySet<string> = new Set(
  (
    "date-time date time duration email idn-email hostname ipv4 ipv6 uri url uri-reference iri iri-reference uri-template " +
    "uuid json-pointer relative-json-pointer regex byte int8 uint8 int16 uint16 int32 uint32 int64 uint64"
  ).split(" "),
);
