/** NormalDocument to Model: names settled, security resolved, every operation built. */
import type { Diagnostics, Origin } from "../diagnostics.js";
import type { NormalDocument, NormalOperation } from "../document/normal-document.js";
import { buildOperation, type OperationNames } from "./build-operation.js";
import { resolveSecurity } from "./build-security.js";
import type { FormOptions } from "./form-dialect.js";
import type { Model, NamedSchema, Operation, Server, Tag } from "./model.js";
import { camelCase, createNameScope, pascalCase, runtimeFunctions, schemaTypeName, slug } from "./names.js";
import type { SchemaTable } from "./schema-shape.js";

/**
 * Builds the model. Document order is kept throughout.
 * @param options what the configuration says of forms
 */
export function buildModel(document: NormalDocument, options: FormOptions, diagnostics: Diagnostics): Model {
  // For all forms alike, the configuration may differ from the document.
  const forms = { ...options, dialect: options.dialect ?? document.dialect };
  // Where paths are missing or broken, that was said.
  if (document.operations.length === 0 && !diagnostics.hasErrors()) {
    diagnostics.add("operations-missing", { uri: document.info.origin.uri, pointer: "/paths" }, {});
  }
  const schemas = nameSchemas(document);
  const table: SchemaTable = new Map(document.schemas.map(({ name, schema }) => [name, schema]));
  const tagSlugs = new Map<string, string>();
  const tagScope = createNameScope();
  const names = nameOperations(document.operations, schemas, diagnostics);
  const operations = document.operations.map((operation, index): Operation => {
    const tag = operation.tags[0] ?? "default";
    const name = names[index];
    if (name === undefined) throw new Error("every operation is named");
    if (!tagSlugs.has(tag)) tagSlugs.set(tag, tagScope.claim(slug(tag, "tag")));
    const security = resolveSecurity(operation.security, document.securitySchemes, diagnostics);
    const context = { names: name, tag, table, security, schemes: document.securitySchemes, forms };
    return buildOperation(operation, context, diagnostics);
  });
  reportUnusedForms(forms, operations, { uri: document.info.origin.uri, pointer: "/paths" }, diagnostics);
  return {
    info: document.info,
    externalDocs: document.externalDocs,
    servers: document.servers.map(fillVariables),
    tags: [...tagSlugs].map(([name, tagSlug]): Tag => {
      return { name, slug: tagSlug, description: document.tags.find((tag) => tag.name === name)?.description ?? null };
    }),
    operations,
    schemas,
    securitySchemes: document.securitySchemes,
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

function nameSchemas(document: NormalDocument): readonly NamedSchema[] {
  const ids = createNameScope();
  const slugs = createNameScope();
  return document.schemas.map(({ name, schema, origin }) => {
    return { name, id: ids.claim(schemaTypeName(name)), slug: slugs.claim(slug(name, "schema")), schema, origin };
  });
}

/** Suffixes of the types that an operation has beside its function. */
export const operationTypeSuffixes = [
  "Input",
  "Body",
  "Path",
  "Query",
  "Headers",
  "Cookies",
  "Response",
  "Error",
  "Result",
  "Fixtures",
] as const;

/** A clean operationId keeps its name; a second one of the same, or none, is named by method and path. */
function nameOperations(
  operations: readonly NormalOperation[],
  schemas: readonly NamedSchema[],
  diagnostics: Diagnostics,
): readonly OperationNames[] {
  const ids = createNameScope(runtimeFunctions);
  const slugs = createNameScope();
  const types = createNameScope(schemas.map(({ id }) => id));
  const seen = new Set<string>();
  return operations.map((operation) => {
    const { operationId, method, path } = operation;
    const byPath = nameByPath(method, path);
    const repeated = operationId !== null && (seen.has(operationId) || ids.has(camelCase(operationId, byPath)));
    const wish = operationId === null || repeated ? byPath : camelCase(operationId, byPath);
    if (operationId !== null) seen.add(operationId);
    const id = ids.claim(wish);
    if (repeated) {
      const place = { uri: operation.origin.uri, pointer: `${operation.origin.pointer}/operationId` };
      diagnostics.add("operation-id-duplicate", place, { operationId, name: id });
    }
    return {
      name: operationId ?? id,
      id,
      typeId: claimTypeId(pascalCase(id, "Operation"), types),
      slug: slugs.claim(slug(id, "operation")),
    };
  });
}

/** A beginning of type names with which none of an operation's types has a name that is taken. */
function claimTypeId(wish: string, types: ReturnType<typeof createNameScope>): string {
  let typeId = wish;
  for (const word of ["Operation", "Operation2", "Operation3", "Operation4"]) {
    if (!operationTypeSuffixes.some((suffix) => types.has(`${typeId}${suffix}`))) break;
    typeId = `${wish}${word}`;
  }
  for (const suffix of operationTypeSuffixes) types.claim(`${typeId}${suffix}`);
  return typeId;
}

/** `getUsersById` for `GET /users/{id}`. */
function nameByPath(method: string, path: string): string {
  const words = path.split("/").map((segment) => segment.replace(/\{([^}]*)\}/g, " by $1 "));
  return camelCase(`${method} ${words.join(" ")}`, method);
}

function fillVariables(server: NormalDocument["servers"][number]): Server {
  const url = server.url.replace(
    /\{([^}]*)\}/g,
    (whole, name: string) => server.variables.find((variable) => variable.name === name)?.default ?? whole,
  );
  return { url, description: server.description, origin: server.origin };
}
