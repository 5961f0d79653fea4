/** Document to NormalDocument: one shape for all versions, every default filled in. */
import type { Diagnostics } from "../diagnostics.js";
import { createDiscriminatorCheck } from "./check-discriminators.js";
import { breakSchemaCircles } from "./break-schema-circles.js";
import { directHeirs } from "./discriminator-heirs.js";
import type { Document } from "./document.js";
import { isJsonObject, type JsonValue, member, writeJson } from "./json.js";
import type { NormalDocument, NormalInfo, NormalOperation, NormalSchema, Schema } from "./normal-document.js";
import { extensionsOf } from "./extensions.js";
import { readFormDialect } from "./form-dialect.js";
import type { Int64Type } from "./int64.js";
import { createUnionLimit } from "./limit-unions.js";
import { reportUnknownKeys } from "./known-keys.js";
import { readExternalDocs } from "./normalise-external-docs.js";
import { writeDiscriminators } from "./normalise-discriminators.js";
import { readWebhooks } from "./normalise-incoming.js";
import { incomingOperations, normaliseOperations } from "./normalise-operation.js";
import { mapOperationSchemas } from "./map-operation-schemas.js";
import { normaliseSchema, type SchemaContext } from "./normalise-schema.js";
import { readSecurity, readSecuritySchemes } from "./normalise-security.js";
import { readServers } from "./normalise-server.js";
import { splitBases } from "./split-bases.js";
import { readWebhookSignature } from "./webhook-signature.js";
import { createReader, type Item, type Node, type Reader } from "./reader.js";

/**
 * Normalises a resolved document.
 * @param int64 the type of integers of 64 bits
 * @returns the normal form, or null where the document as a whole cannot be understood; problems of a part are
 * reported and that part is left out
 */
export function normalise(
  document: Document,
  diagnostics: Diagnostics,
  int64: Int64Type = "number",
): NormalDocument | null {
  const reader = createReader(document, diagnostics);
  const { root } = reader;
  const version = readVersion(reader);
  if (version === null) return null;
  const infoNode = reader.object(root, "info");
  if (infoNode === null) diagnostics.add("key-missing", root.origin, { key: "info", owner: "the document" });
  reportMissingPaths(reader, version.legacy);
  if (infoNode === null) return null;
  const schemaContext: SchemaContext = {
    grafts: document.grafts,
    diagnostics,
    legacy: version.legacy,
    minor: version.minor,
    int64,
    written: ({ uri, pointer }) => document.files.get(uri)?.spelling?.(pointer) ?? null,
  };
  reportUnknownKeys(reader, root, "document", "the document");
  reportDialect(reader);
  const components = reader.object(root, "components");
  const schemes = components === null ? [] : readSecuritySchemes(reader, components);
  const requirements = readSecurity(reader, root) ?? [];
  const schemas = (components === null ? [] : reader.members(components, "schemas")).map(
    ({ key, value, origin }): NormalSchema => {
      return { name: key, schema: normaliseSchema(schemaContext, value, origin), inferredFrom: null, origin };
    },
  );
  const check = createDiscriminatorCheck(schemas, diagnostics);
  const checked = schemas.map((entry) => ({ ...entry, schema: check(entry.schema, entry.origin) }));
  const finite = breakSchemaCircles(splitBases(checked), diagnostics);
  const limit = createUnionLimit(finite, diagnostics);
  const limited = (operation: NormalOperation) =>
    mapOperationSchemas(operation, (schema, origin) => limit(check(schema, origin), origin));
  const operations = normaliseOperations(reader, schemaContext, { requirements, schemes }).map(limited);
  const incoming = readWebhooks(reader, (item, name) => incomingOperations(reader, schemaContext, item, name)).map(
    (each) => ({ ...each, operation: limited(each.operation) }),
  );
  const everyOperation = [...operations, ...incoming.map(({ operation }) => operation)].flatMap(withCallbacks);
  const heirs = directHeirs(new Map(checked.map(({ name, schema }) => [name, schema])));
  const written = writeDiscriminators(
    finite.map((entry) => ({ ...entry, schema: limit(entry.schema, entry.origin) })),
    everyOperation.flatMap(schemasOf),
    heirs,
  );
  return {
    info: readInfo(reader, infoNode),
    externalDocs: readExternalDocs(reader, root),
    servers: readServers(reader, root),
    tags: reader.items(root, "tags").flatMap((item) => readTag(reader, item)),
    operations: operations.map((operation) => mapOperationSchemas(operation, written.write)),
    webhooks: incoming.map((each) => ({ ...each, operation: mapOperationSchemas(each.operation, written.write) })),
    webhookSignature: readWebhookSignature(reader, incoming),
    dialect: readFormDialect(reader, [root]),
    schemas: written.schemas,
    securitySchemes: schemes,
    inferred: [],
    extensions: extensionsOf(root.value),
  };
}

/** `paths` is required up to 3.0; later versions may have webhooks or components alone, and schemas alone are of use. */
function reportMissingPaths(reader: Reader, legacy: boolean): void {
  const { root, diagnostics } = reader;
  const { paths, components } = root.value;
  const webhooks = root.value["webhooks"] ?? root.value["x-webhooks"];
  reader.object(root, "paths");
  if (paths !== undefined && paths !== null) return;
  if (legacy ? hasSchemas(components) : webhooks !== undefined || components !== undefined) return;
  const place = paths === null ? reader.originOf(root, "paths") : root.origin;
  diagnostics.add("key-missing", place, { key: "paths", owner: "the document" });
}

/** https://spec.openapis.org/oas/v3.1.1.html#specifying-schema-dialects */
function reportDialect(reader: Reader): void {
  const dialect = reader.text(reader.root, "jsonSchemaDialect", "structure");
  if (dialect === null || /^https?:\/\/(spec\.openapis\.org\/oas\/3|json-schema\.org\/draft\/2020-12\/)/.test(dialect))
    return;
  reader.diagnostics.add("schema-dialect-unknown", reader.originOf(reader.root, "jsonSchemaDialect"), {
    found: dialect,
  });
}

function hasSchemas(components: JsonValue | undefined): boolean {
  const schemas = member(components, "schemas");
  return isJsonObject(schemas) && Object.keys(schemas).length > 0;
}

function withCallbacks(operation: NormalOperation): readonly NormalOperation[] {
  return [operation, ...operation.callbacks.map((callback) => callback.operation)];
}

/** The schemas that stand in an operation. */
function schemasOf({ parameters, requestBody, responses }: NormalOperation): readonly Schema[] {
  const contents = [...(requestBody?.content ?? []), ...responses.flatMap(({ content }) => content)];
  return [
    ...parameters.map(({ schema }) => schema),
    ...contents.flatMap(({ schema, itemSchema }) => [schema, itemSchema]).filter((schema) => schema !== null),
  ];
}

function readVersion(reader: Reader): { readonly legacy: boolean; readonly minor: number } | null {
  const { root, diagnostics } = reader;
  // Swagger 2.0 has become 3.0 by now; before it, the key was `swaggerVersion`.
  const key = ["openapi", "swagger", "swaggerVersion"].find((name) => (root.value[name] ?? null) !== null) ?? "openapi";
  const version: JsonValue | undefined = root.value[key];
  if (version === undefined || version === null) {
    diagnostics.add("key-missing", root.origin, { key: "openapi", owner: "the document" });
    return null;
  }
  // Without quotes, 3.0 is the number 3.
  const found = typeof version === "string" ? version : version === 3 ? "3.0" : writeJson(version);
  if (key === "openapi" && /^3\.[012](\.|$)/.test(found))
    return { legacy: found.startsWith("3.0"), minor: Number(found.charAt(2)) };
  diagnostics.add("version-unsupported", reader.originOf(root, key), { found: `${key}: ${found}` });
  return null;
}

function readInfo(reader: Reader, node: Node): NormalInfo {
  const prose = (at: Node, key: string) => reader.text(at, key, "prose");
  const contact = reader.object(node, "contact", "prose");
  const license = reader.object(node, "license", "prose");
  return {
    title: prose(node, "title") ?? "",
    version: prose(node, "version") ?? "",
    summary: prose(node, "summary"),
    description: prose(node, "description"),
    contact: contact && { name: prose(contact, "name"), url: prose(contact, "url"), email: prose(contact, "email") },
    license: license && {
      name: prose(license, "name") ?? "",
      identifier: prose(license, "identifier"),
      url: prose(license, "url"),
    },
    origin: node.origin,
  };
}

function readTag(reader: Reader, item: Item) {
  const node = reader.asNode(item);
  const name = node && reader.text(node, "name", "structure");
  return node === null || name === null
    ? []
    : [{ name, description: reader.text(node, "description", "prose"), origin: node.origin }];
}
