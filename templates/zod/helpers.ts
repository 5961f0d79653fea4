/** The helpers of the set: modules of schemas, and of operations. */
import { defineHelpers, joinCode, propertyKey, ts } from "openapi-exemplar/helpers";
import type { Expression, OperationView, SchemaView, WebhookView } from "openapi-exemplar/view";
import { beginModule, schemaName, type ZodOptions } from "./_lib/context.js";
import { isExact } from "./_lib/is-exact.js";
import { asserted, operationModule, responseName, webhookModule } from "./_lib/operation-module.js";
import { schemaCode } from "./_lib/schema-code.js";

function schemaModule(view: SchemaView, options: ZodOptions) {
  const name = schemaName(view.id);
  const module = beginModule("schemas", view.references, new Set([name.text]), options);
  const type = module.type(view.module.slice(2), view.id);
  const code = schemaCode(view.schema, module);
  const value = isExact(view.schema) ? code : asserted(code, type, module);
  const constant = ts`export const ${name}: ${module.zodType(type)} = ${module.made(value)};`;
  return { imports: module.imports(), constant };
}

export default defineHelpers({
  /** The imports of a component schema's module. */
  schemaImports: (view: SchemaView, options: ZodOptions) => schemaModule(view, options).imports,

  /** The constant of a component schema. */
  schemaConstant: (view: SchemaView, options: ZodOptions) => schemaModule(view, options).constant,

  /** The imports of an operation's module. */
  operationImports: (view: OperationView, options: ZodOptions) => operationModule(view, options).imports,

  /** The constants of an operation. */
  operationConstants: (view: OperationView, options: ZodOptions) => operationModule(view, options).constants,

  /** The imports of a webhook's module; none where nothing arrives. */
  webhookImports(view: WebhookView, options: ZodOptions) {
    const { imports, constants } = webhookModule(view, options);
    return constants.length === 0 ? [] : imports;
  },

  /** The constants of a webhook. */
  webhookConstants: (view: WebhookView, options: ZodOptions) => webhookModule(view, options).constants,

  /** The import of what an operation answers. */
  responseImport: ({ id, slug }: OperationView): Expression =>
    ts`import { ${responseName(id)} } from ${`./${slug}.js`};`,

  /** The object of all operations' answers, and its type. */
  responseType: (operations: readonly OperationView[]): Expression =>
    lines(operations.map(({ id, name }) => ts`readonly ${propertyKey(name)}: typeof ${responseName(id)};`)),
  responseMembers: (operations: readonly OperationView[]): Expression =>
    lines(operations.map(({ id, name }) => ts`${propertyKey(name)}: ${responseName(id)},`)),
});

function lines(all: readonly Expression[]): Expression {
  return joinCode(all, "\n");
}
