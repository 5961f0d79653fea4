/** NormalDocument to Model: names settled, security resolved, every operation built. */
import type { Diagnostics, Origin } from "../diagnostics.js";
import type { DateType } from "../document/dates.js";
import type { Int64Type } from "../document/int64.js";
import type { JsonObject } from "../document/json.js";
import type { NormalDocument, NormalOperation } from "../document/normal-document.js";
import {
  assignExtensionSlugs,
  assignOperationNames,
  assignSchemaNames,
  assignTagSlugs,
  type OperationNames,
} from "./assign-names.js";
import { buildOperation } from "./build-operation.js";
import { buildServer } from "./build-server.js";
import { resolveSecurity } from "./build-security.js";
import { buildWebhooks } from "./build-webhooks.js";
import { facadeNames } from "./facade-names.js";
import { findConvertedValues, componentValueShape } from "./build-value-shape.js";
import { componentFixture } from "./component-fixture.js";
import { enumMembers } from "./enum-members.js";
import type { FormOptions } from "./form-dialect.js";
import { markDates } from "./mark-dates.js";
import type { Extension, Model, NamedSchema, Operation, Tag } from "./model.js";
import { defaultPagination, type PaginationOptions } from "./pagination.js";
import { reportSchemaExamples } from "./report-schema-examples.js";
import { resolveLinks } from "./resolve-links.js";
import { shareShapes } from "./share-shapes.js";
import { keepOrigins } from "./rule-origin.js";
import type { SchemaTable } from "./schema-shape.js";
import { splitDirections } from "./split-directions.js";

/** What the configuration chooses, beside how forms are sent. */
export interface ModelChoices {
  /** The type of integers of 64 bits. */
  readonly int64?: Int64Type | undefined;
  /** The type of dates and times. */
  readonly dates?: DateType | undefined;
  readonly pagination?: PaginationOptions | undefined;
}

/**
 * Builds the model. Document order is kept throughout.
 * @param options what the configuration says of forms
 */
export function buildModel(
  normal: NormalDocument,
  options: FormOptions,
  diagnostics: Diagnostics,
  { int64 = "number", dates = "string", pagination = defaultPagination }: ModelChoices = {},
): Model {
  const shared = shareShapes(normal);
  const whole = dates === "Date" ? markDates(shared) : shared;
  const document = splitDirections(whole);
  // For all forms alike, the configuration may differ from the document.
  const forms = { ...options, dialect: options.dialect ?? document.dialect };
  // Where paths are missing or broken, that was said.
  const isSaid = diagnostics.hasErrors() || diagnostics.list().some(({ code }) => code === "operation-left-out");
  if (document.operations.length === 0 && document.webhooks.length === 0 && !isSaid) {
    diagnostics.add("operations-missing", { uri: document.info.origin.uri, pointer: "/paths" }, {});
  }
  const table: SchemaTable = new Map(document.schemas.map(({ name, schema }) => [name, schema]));
  keepOrigins(document.schemas, table);
  const named = nameSchemas(document, diagnostics);
  if (int64 !== "number" || dates !== "string") findConvertedValues(named, table, int64);
  const schemas = named.map((schema): NamedSchema => ({
    ...schema,
    shape: componentValueShape(schema.schema, table),
    fixture: componentFixture(schema, table, diagnostics),
  }));
  reportSchemaExamples(document, whole, table, diagnostics);
  const servers = document.servers.map(buildServer);
  const names = assignOperationNames(
    document.operations,
    schemas.map(({ id }) => id),
  );
  reportNames(document.operations, names, diagnostics);
  const operations = document.operations.map((operation, index): Operation => {
    const name = names[index];
    if (name === undefined) throw new Error("every operation is named");
    const security = resolveSecurity(operation.security, document.securitySchemes, diagnostics);
    const context = {
      names: name,
      tag: tagOf(operation),
      table,
      security,
      servers,
      schemes: document.securitySchemes,
      forms,
      pagination,
    };
    return buildOperation(operation, context, diagnostics);
  });
  const webhooks = buildWebhooks(document, operations, { schemas, table, forms }, diagnostics);
  const incoming = webhooks.map(({ operation }) => operation);
  const paths = { uri: document.info.origin.uri, pointer: "/paths" };
  reportUnusedForms(forms, [...operations, ...incoming], paths, diagnostics);
  for (const name of Object.keys(pagination.operations)) {
    if (!operations.some((operation) => operation.name === name || operation.id === name))
      diagnostics.add("pagination-option-unused", paths, { name });
  }
  return {
    info: document.info,
    externalDocs: document.externalDocs,
    servers,
    tags: nameTags(document, operations),
    operations: resolveLinks(document.operations, operations, diagnostics),
    webhooks,
    schemas,
    webhookSignature: document.webhookSignature,
    securitySchemes: document.securitySchemes,
    int64,
    dates,
    inferred: document.inferred,
    extensions: buildExtensions(document.extensions),
  };
}

/** Names in the config that nothing has: most likely typing mistakes. */
function reportUnusedForms(
  forms: FormOptions,
  operations: readonly Operation[],
  place: Origin,
  diagnostics: Diagnostics,
): void {
  for (const [name, { properties = {} }] of Object.entries(forms.operations)) {
    const operation = operations.find((candidate) => candidate.name === name || candidate.id === name);
    if (operation === undefined) diagnostics.add("form-option-unused", place, { name, what: "operation" });
    const encoding = operation?.requestBody?.encoding;
    const fields = encoding?.kind === "form" || encoding?.kind === "multipart" ? encoding.fields : [];
    for (const property of operation === undefined ? [] : Object.keys(properties)) {
      if (fields.some((field) => field.name === property)) continue;
      const origin = operation?.requestBody?.origin ?? place;
      diagnostics.add("form-option-unused", origin, { name: `${name}.${property}`, what: "property of its body" });
    }
  }
}

/** No tag means `default`, several mean the first. */
function tagOf({ tags }: NormalOperation): string {
  return tags[0] ?? "default";
}

/** The tags that operations have, in order of first use. */
function nameTags({ tags }: NormalDocument, operations: readonly Operation[]): readonly Tag[] {
  const used = [...new Set(operations.map(({ tag }) => tag))].map((name) => ({
    name,
    operations: operations.filter(({ tag }) => tag === name).map(({ id }) => id),
  }));
  const slugs = assignTagSlugs(used.map(({ name }) => name));
  const facade = facadeNames(used);
  return used.map(({ name, operations: own }, index): Tag => {
    const { key = name, members = [] } = facade[index] ?? {};
    return {
      name,
      slug: slugs[index] ?? name,
      key,
      members: own.map((operation, at) => ({ operation, name: members[at] ?? operation })),
      description: tags.find((tag) => tag.name === name)?.description ?? null,
    };
  });
}

/** Components with the names of their types; names that OpenAPI does not allow are reported. */
function nameSchemas(document: NormalDocument, diagnostics: Diagnostics): readonly NamedSchema[] {
  const names = assignSchemaNames(document.schemas.map(({ name }) => name));
  const seen = new Set<Origin>();
  return document.schemas.map((schema, index): NamedSchema => {
    const { id, slug } = names[index] ?? { id: schema.name, slug: schema.name };
    // https://spec.openapis.org/oas/v3.1.1.html#components-object
    const isLegal = /^(?=.*[A-Za-z\d])[A-Za-z\d._-]+$/.test(schema.name);
    // What was made of one schema has its place.
    const isMade = seen.has(schema.origin);
    seen.add(schema.origin);
    if (!isLegal && !isMade && id !== schema.name)
      diagnostics.add("component-name-invalid", schema.origin, { name: schema.name, id });
    return {
      ...schema,
      id,
      slug,
      members: enumMembers(schema.schema, schema.origin, diagnostics),
      shape: null,
      fixture: null,
    };
  });
}

function reportNames(
  operations: readonly NormalOperation[],
  names: readonly OperationNames[],
  diagnostics: Diagnostics,
): void {
  operations.forEach(({ operationId, origin }, index) => {
    const { id = "", renamed = null } = names[index] ?? {};
    if (operationId === null || renamed === null) return;
    const place = { uri: origin.uri, pointer: `${origin.pointer}/operationId` };
    const code = renamed === "duplicate" ? "operation-id-duplicate" : "operation-name-shared";
    diagnostics.add(code, place, { operationId, name: id });
  });
}

function buildExtensions(extensions: JsonObject): readonly Extension[] {
  const names = Object.keys(extensions);
  const slugs = assignExtensionSlugs(names);
  return Object.entries(extensions).map(([name, value], index) => ({ name, slug: slugs[index] ?? name, value }));
}
