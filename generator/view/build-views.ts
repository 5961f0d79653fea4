/** Model to views: every decision about files, names of modules, imports and texts. */
import { isForbiddenMethod, sentMethod } from "../document/http-method.js";
import { jsonObject, type JsonValue } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import type { EnumMember, Model, NamedSchema, Operation } from "../model/model.js";
import { findConvertedValues } from "../model/build-value-shape.js";
import type { SchemaTable } from "../model/schema-shape.js";
import { createTypePrinter, type TypePrinter } from "../types/print-types.js";
import { type Code, declaration, type Expression, identifier, joinCode, propertyKey, ts } from "./code.js";
import { buildClientView, displayTitle } from "./client-view.js";
import { docComment, type DocTag } from "./doc-comment.js";
import { buildFixturesView } from "./fixtures-view.js";
import { buildFormViews } from "./form-view.js";
import { exportConditions } from "./export-conditions.js";
import { hasFiles } from "./has-files.js";
import { buildFacadeGroup, buildFacadeView } from "./facade-view.js";
import { createImports } from "./import-lines.js";
import { buildMockView } from "./mock-view.js";
import { buildOperationTypes } from "./operation-types.js";
import { buildShapeView } from "./value-shape-view.js";
import { type JsonLiteral, jsonLiteralFor } from "./json-literal.js";
import { inferredDoc, seenOnce } from "./inferred-doc.js";
import { buildJsonSchemaViews, type JsonSchemaViews } from "./json-schema-view.js";
import { pagesDoc, paginateExports } from "./pagination-view.js";
import { promiseType } from "./promise-type.js";
import { buildOperationData, schemaReferences, serverData } from "./operation-data.js";
import { buildOperationTypesView } from "./operation-types-view.js";
import { paragraphs } from "./prose.js";
import { buildOperationReadme, buildReadmeView, buildTagReadme, prose } from "./readme-view.js";
import { buildRequestDecoderView } from "./request-decoder-view.js";
import { buildRequestView } from "./request-view.js";
import { linksDoc } from "./response-doc.js";
import { circlesOf } from "./schema-circles.js";
import { schemaDoc } from "./schema-doc.js";
import { buildSchemaFixtureView } from "./schema-fixture-view.js";
import { serversDoc } from "./server-doc.js";
import { shortData, shortInput } from "./short-type.js";
import type { OperationView, PackageView, SchemaView, TagView, Views, WebhookView } from "./view.js";
import { buildSignatureView, buildWebhookView } from "./webhook-view.js";

export interface PackageOptions {
  readonly name: string;
  readonly version: string;
}

/** Builds the views of a package. */
export function buildViews(model: Model, options: PackageOptions): Views {
  const others = [...model.operations, ...model.webhooks.map((webhook) => webhook.operation)].flatMap(schemasOf);
  const once = seenOnce([...model.schemas.map(({ schema }) => schema), ...others]);
  const describe = (schema: Schema) => schemaDoc(schema, [], once.has(schema) ? ["Seen once."] : []).text;
  const printer = createTypePrinter(model.schemas, describe, others);
  const table: SchemaTable = new Map(model.schemas.map(({ name, schema }) => [name, schema]));
  if (model.dates === "Date") findConvertedValues(model.schemas, table, model.int64);
  const jsonLiteral = jsonLiteralFor(model, table);
  const jsonSchemas = buildJsonSchemaViews(model, table, jsonLiteral);
  const operations = model.operations.map((operation) => {
    return buildOperationView(operation, model, printer, table, jsonLiteral, jsonSchemas);
  });
  const webhooks = model.webhooks.map((webhook) =>
    buildWebhookView(webhook, printer, table, jsonLiteral, model.schemas),
  );
  const ids = new Set([...model.operations, ...model.webhooks.map(({ operation }) => operation)].map(({ id }) => id));
  const circles = circlesOf(model.schemas);
  const schemas = model.schemas.map((schema) =>
    buildSchemaView(schema, model, printer, table, jsonLiteral, jsonSchemas, ids, circles),
  );
  const tags = model.tags.map((tag): TagView => {
    const own = operations.filter((operation) => operation.tag === tag.slug);
    return {
      slug: tag.slug,
      name: tag.name,
      title: prose(tag.name),
      description: tag.description,
      operations: own,
      readme: buildTagReadme(model, options.name, tag.slug),
      exports: own.map(({ slug }) => reexport(`./${slug}.js`)),
      facade: buildFacadeGroup(tag, own),
    };
  });
  const lists = { tags, operations, webhooks, schemas, extensions: model.extensions };
  return { package: buildPackageView(model, options, lists, { jsonSchemas, table }), ...lists };
}

/** The schemas that stand in an operation. */
function schemasOf({ parameters, requestBody, responses }: Operation): readonly Schema[] {
  return [
    ...Object.values(parameters).flatMap((section) => section.map(({ schema }) => schema)),
    ...(requestBody === null ? [] : [requestBody.schema]),
    ...responses.flatMap(({ contents }) => contents.map(({ schema }) => schema)),
  ];
}

function reexport(module: string): Code {
  return ts`export * from ${module};`;
}

function pathTemplate(operation: Operation): string {
  return operation.path.map((segment) => (segment.kind === "text" ? segment.text : `{${segment.name}}`)).join("");
}

function buildOperationView(
  operation: Operation,
  model: Model,
  printer: TypePrinter,
  table: SchemaTable,
  jsonLiteral: JsonLiteral,
  jsonSchemas: JsonSchemaViews,
): OperationView {
  const group = model.tags.find(({ name }) => name === operation.tag);
  const tag = group?.slug ?? "default";
  const { slug } = operation;
  const path = pathTemplate(operation);
  const types = buildOperationTypes(operation, printer);
  const imports = createImports();
  imports.type("../../client.js", "RequestOptions");
  imports.type("../../client.js", "Client");
  for (const name of types.promiseTypes) imports.type("../../runtime/api-promise.js", name);
  const promise = promiseType(operation, types, imports);
  for (const schema of types.references) imports.type(`../../schemas/${schema.slug}.js`, schema.id);
  if (hasFiles(operation)) imports.type("../../runtime/multipart.js", "FileInput");
  const request = buildRequestView(operation, { types: types.contents, formModule: `../../forms/${slug}.js` }, imports);
  return {
    id: identifier(operation.id),
    name: operation.name,
    slug,
    tag,
    method: sentMethod(operation.method),
    path,
    data: buildOperationData(operation, model.schemas),
    dataTypes: buildOperationTypesView(operation, types),
    doc: operationDoc(operation, path, shortTypes(operation, model, table)),
    imports: imports.lines(),
    types: types.types,
    helpers: types.helpers.map(declaration),
    typeNames: types.types.map(({ id }) => id),
    input: types.input,
    response: types.response,
    result: types.result,
    stream: types.stream,
    promise,
    call: request.call,
    encode: request.encode,
    ...buildFormViews(operation, `../operations/${tag}/${slug}.js`, types.contents),
    decoder: buildRequestDecoderView(
      operation,
      { operation: `../operations/${tag}/${slug}.js`, form: `../forms/${slug}.js` },
      path,
    ),
    jsonSchemas: jsonSchemas.operations.get(operation.id) ?? null,
    fixtures: buildFixturesView(operation, types, `../operations/${tag}/${slug}.js`, table, jsonLiteral),
    readme: buildOperationReadme(operation, path, group ?? null, jsonLiteral),
    modules: {
      operation: `./operations/${tag}/${slug}.js`,
      form: `./forms/${slug}.js`,
      fixtures: `./fixtures/${slug}.js`,
      request: `./requests/${slug}.js`,
      jsonSchemas: `./json-schemas/operations/${slug}.js`,
    },
  };
}

/** The input and the data in one line each: an editor shows no more of them than their names. */
function shortTypes(operation: Operation, model: Model, table: SchemaTable): readonly string[] {
  const names = new Map(model.schemas.map(({ name, id }) => [name, id]));
  const context = { table, names };
  const input = shortInput(operation, context);
  const data = shortData(operation, context);
  const code = (text: string) => `\`${text.replaceAll("`", "'")}\``;
  return [
    [...(input === null ? [] : [`Input: ${code(input)}`]), ...(data === null ? [] : [`Data: ${code(data)}`])].join(
      "\n\n",
    ),
  ];
}

function operationDoc(operation: Operation, path: string, types: readonly string[]) {
  const { summary, description, externalDocs } = operation.docs;
  const texts = [...paragraphs(summary), ...paragraphs(description === summary ? null : description)];
  const tags: DocTag[] = [];
  if (externalDocs !== null) tags.push({ name: "see", text: externalDocs.url });
  if (operation.deprecated) tags.push({ name: "deprecated", text: "" });
  const method = sentMethod(operation.method);
  const notes = [
    ...operation.servers.slice(0, 1).map(({ url }) => `Sent to ${url} unless \`baseUrl\` says otherwise.`),
    ...serversDoc(operation.servers, "The operation's servers:"),
    ...(isForbiddenMethod(method) ? [`The global \`fetch\` does not send ${method}: pass another.`] : []),
  ];
  const links = linksDoc(operation);
  const route = `\`${method} ${path.replaceAll("`", "")}\``;
  return docComment([...texts, ...links, ...pagesDoc(operation), route, ...types, ...notes], tags);
}

function buildSchemaView(
  schema: NamedSchema,
  model: Model,
  printer: TypePrinter,
  table: SchemaTable,
  jsonLiteral: JsonLiteral,
  jsonSchemas: JsonSchemaViews,
  operationIds: ReadonlySet<string>,
  circles: ReadonlyMap<string, number>,
): SchemaView {
  const printed = printer.declare(schema.id, schema.schema);
  const imports = createImports();
  for (const other of printed.references) if (other.id !== schema.id) imports.type(`./${other.slug}.js`, other.id);
  return {
    id: identifier(schema.id),
    name: schema.name,
    slug: schema.slug,
    schema: schema.schema,
    references: schemaReferences(
      [schema.schema],
      model.schemas,
      (name) => circles.get(name) === circles.get(schema.name),
    ),
    doc: schemaDoc(schema.schema, [], inferredDoc(schema.schema, schema.inferredFrom, null)),
    imports: imports.lines(),
    declaration: declaration([printed.declaration, ...printed.helpers].join("\n\n")),
    values:
      schema.members.length === 0
        ? null
        : {
            doc: docComment([`The values of \`${schema.id}\`, by name.`]),
            members: schema.members.map((member) => enumMember(member, jsonLiteral)),
          },
    shape: buildShapeView(schema),
    fixture: buildSchemaFixtureView(schema, operationIds, table, jsonLiteral),
    jsonSchema: jsonSchemas.schemas.get(schema.name) ?? null,
    module: `./schemas/${schema.slug}.js`,
  };
}

function enumMember({ key, value, description }: EnumMember, jsonLiteral: JsonLiteral): Expression {
  const line = ts`${propertyKey(key)}: ${jsonLiteral(value)},`;
  const comment = docComment(paragraphs(description));
  return comment.text === "" ? line : joinCode([comment, line], "\n");
}

function buildPackageView(
  model: Model,
  options: PackageOptions,
  { tags, operations, webhooks, schemas, extensions }: Omit<Views, "package">,
  { jsonSchemas, table }: { readonly jsonSchemas: JsonSchemaViews; readonly table: SchemaTable },
): PackageView {
  const requests = [...model.operations, ...model.webhooks.map(({ operation }) => operation)];
  const description = paragraphs(model.info.description)[0]?.replace(/\s+/g, " ");
  const typeExports = [
    ...operations.map(
      ({ typeNames, modules }) => ts`export type { ${joinCode(typeNames, ", ")} } from ${modules.operation};`,
    ),
    ...webhooks.map(
      ({ typeNames, modules }) => ts`export type { ${joinCode(typeNames, ", ")} } from ${modules.webhook};`,
    ),
    // An enum is a value too.
    ...schemas.map(({ id, module, values }) =>
      values === null ? ts`export type { ${id} } from ${module};` : ts`export { ${id} } from ${module};`,
    ),
    ...(operations.some(hasForms) || webhooks.some(({ decoder }) => decoder !== null)
      ? [ts`export type { DecodeResult, Problem } from ${"./runtime/form-reader.js"};`]
      : []),
    ...(requests.some(hasFiles) ? [ts`export type { FileInput } from ${"./runtime/multipart.js"};`] : []),
  ];
  const requestsOf = (has: (view: OperationView | WebhookView) => boolean) =>
    [...operations, ...webhooks].filter(has).map(({ slug }) => reexport(`./${slug}.js`));
  const indexes = {
    root: typeExports,
    operations: tags.map(({ slug }) => reexport(`./${slug}/index.js`)),
    forms: requestsOf(hasForms),
    fixtures: [
      ...requestsOf(({ fixtures }) => fixtures !== null),
      ...schemas.filter(({ fixture }) => fixture !== null).map(({ slug }) => reexport(`./schemas/${slug}.js`)),
    ],
    requests: requestsOf(({ decoder }) => decoder !== null),
    webhooks: [
      ...webhooks.map(({ slug }) => reexport(`./${slug}.js`)),
      ...(model.webhookSignature === null ? [] : [reexport("./signature.js")]),
    ],
    paginate: paginateExports(model),
  };
  const isStreamed = operations.some(({ stream }) => stream !== null);
  return {
    name: options.name,
    version: options.version,
    description: description ?? model.info.title,
    license: model.info.license?.identifier ?? null,
    title: prose(displayTitle(model.info.title) || options.name),
    about: prose(paragraphs(model.info.description).join(" ")),
    extensions,
    servers: model.servers.map(serverData),
    isStreamed,
    peerDependencies: null,
    exports: exportsMap(isStreamed, tags, schemas, indexes),
    indexes,
    client: buildClientView(model, options),
    facade: buildFacadeView(model, tags),
    tags,
    operations,
    webhooks,
    signature: buildSignatureView(model),
    schemas,
    mock: buildMockView(model, operations, jsonSchemas, table),
    readme: buildReadmeView(model, options.name, tags, webhooks),
  };
}

/** Whether it has a module with forms. */
function hasForms({ form, answerForms }: Pick<OperationView, "form" | "answerForms">): boolean {
  return form !== null || answerForms.length > 0;
}

/** The subpaths of what is always generated; template sets add theirs. */
function exportsMap(
  isStreamed: boolean,
  tags: readonly TagView[],
  schemas: readonly SchemaView[],
  indexes: PackageView["indexes"],
): JsonValue {
  const conditions = exportConditions;
  type Entry = readonly [string, JsonValue];
  const index = (folder: string): Entry => [`./${folder}`, conditions(`${folder}/index`)];
  // One by one, for whoever wants TypeScript to read no more than that.
  const each = (folder: string, list: readonly unknown[]): readonly Entry[] =>
    list.length > 0 ? [[`./${folder}/*`, conditions(`${folder}/*`)]] : [];
  const entries: readonly Entry[] = [
    [".", conditions("index")],
    ["./client", conditions("client")],
    index("operations"),
    ...tags.map(({ slug }) => index(`operations/${slug}`)),
    ["./operations/*", conditions("operations/*")],
    ...(tags.length > 0 ? ([["./facade", conditions("facade")]] as const) : []),
    ...each("facade", tags),
    ...each("schemas", schemas),
    ...(indexes.webhooks.length > 0 ? [index("webhooks"), ...each("webhooks", indexes.webhooks)] : []),
    index("forms"),
    ...each("forms", indexes.forms),
    ...["request", "retry", "hooks", "logger", "validate", ...(isStreamed ? ["stream"] : [])].map((name): Entry => [
      `./${name}`,
      conditions(name),
    ]),
    ...(indexes.paginate.length > 0 ? [["./paginate", conditions("paginate")] as const] : []),
    ["./package.json", "./package.json"],
  ];
  return jsonObject(entries);
}
