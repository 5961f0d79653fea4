/** The schemas of an operation: of its parameters, its bodies, and what it answers. */
import { docComment, type Identifier, identifier, joinCode, ts } from "openapi-exemplar/helpers";
import type {
  ContentDataView,
  DocComment,
  Expression,
  JsonSchema,
  OperationView,
  ResponseDataView,
  WebhookView,
} from "openapi-exemplar/view";
import { beginModule, type Module, type ZodOptions } from "./context.js";
import { isExact } from "./is-exact.js";
import { schemaCode } from "./schema-code.js";

export interface SchemaConstant {
  readonly doc: DocComment;
  readonly name: Identifier;
  readonly type: Expression;
  readonly value: Expression;
}

interface Planned {
  readonly name: Identifier;
  readonly about: string;
  /** The type of its values, of the operation's module. */
  readonly type: Identifier;
  /** Several: any of them. */
  readonly schemas: readonly (JsonSchema | Plain)[];
}

/** What is no schema of the document: text, bytes, nothing, or anything at all. */
type Plain = "text" | "bytes" | "nothing" | "anything" | "something";

interface ModuleContent {
  readonly imports: readonly Expression[];
  readonly constants: readonly SchemaConstant[];
}

/** What `<operation>.ts` of the set has in it. */
export function operationModule(view: OperationView, options: ZodOptions): ModuleContent {
  const planned = [...sections(view), ...bodies(view), ...responses(view), ...items(view)];
  return moduleOf(planned, view.modules.operation, view, options);
}

/** What `<webhook>.ts` of the set has in it: the schemas of what arrives. Empty where nothing does. */
export function webhookModule(view: WebhookView, options: ZodOptions): ModuleContent {
  return moduleOf([...sections(view), ...bodies(view)], view.modules.webhook, view, options);
}

function moduleOf(
  planned: readonly Planned[],
  types: string,
  view: OperationView | WebhookView,
  options: ZodOptions,
): ModuleContent {
  const own = new Set(planned.map(({ name }) => name.text));
  const module = beginModule("zod", view.data.references, own, options);
  const constants = planned.map(({ name, about, type, schemas }): SchemaConstant => {
    const id = module.type(types.slice(2), type);
    return {
      doc: docComment([about]),
      name,
      type: module.zodType(id),
      value: module.made(unionOf(schemas, id, module)),
    };
  });
  return { imports: module.imports(), constants };
}

/** The name of the schema of what a call gives. */
export function responseName(id: Identifier): Identifier {
  return identifier(`${id.text}ResponseSchema`);
}

function sections({ id, data, dataTypes }: OperationView | WebhookView): readonly Planned[] {
  const parts = [
    ["path", "Path", dataTypes.path, "Path parameters"],
    ["query", "Query", dataTypes.query, "Query parameters"],
    ["header", "Headers", dataTypes.headers, "Headers"],
    ["cookie", "Cookies", dataTypes.cookies, "Cookies"],
  ] as const;
  return parts.flatMap(([section, suffix, type, what]): readonly Planned[] => {
    if (type === null) return [];
    const own = data.parameters.filter((parameter) => parameter.in === section);
    const schema: JsonSchema = {
      type: "object",
      properties: Object.fromEntries(own.map((parameter) => [parameter.name, parameter.schema])),
      required: own.filter(({ required }) => required).map(({ name }) => name),
    };
    return [
      { name: identifier(`${id.text}${suffix}Schema`), about: `${what} of \`${id.text}\`.`, type, schemas: [schema] },
    ];
  });
}

/** The length of what the names of all its types begin with. */
function typeLength({ input }: OperationView | WebhookView): number {
  return input.type.text.length - "Input".length;
}

function bodies(view: OperationView | WebhookView): readonly Planned[] {
  const { id, data, dataTypes } = view;
  return (data.requestBody?.contents ?? []).flatMap((content, index): readonly Planned[] => {
    const type = dataTypes.bodies[index];
    if (type === undefined) return [];
    // `AddPetBodyXml` is the type of `addPetBodyXmlSchema`.
    const suffix = type.text.slice(typeLength(view));
    const about = `The body of \`${id.text}\` as ${mediaTypes(content.mediaTypes)}.`;
    const schema = content.kind === "text" || content.kind === "binary" ? "something" : content.schema;
    return [{ name: identifier(`${id.text}${suffix}Schema`), about, type, schemas: [schema] }];
  });
}

function responses(view: OperationView): readonly Planned[] {
  const { id, data, dataTypes } = view;
  const successes = successesOf(view);
  const errors = data.responses.flatMap((response, index): readonly Planned[] => {
    const type = dataTypes.responses[index]?.body;
    if (successes.includes(response) || type === undefined) return [];
    const status = response.status.charAt(0).toUpperCase() + response.status.slice(1);
    const about = `The body of the ${response.status} response of \`${id.text}\`.`;
    return [{ name: identifier(`${id.text}Error${status}Schema`), about, type, schemas: bodyOf(response) }];
  });
  const schemas = successes.flatMap(bodyOf);
  return [
    {
      name: responseName(id),
      about: `The data of a success of \`${id.text}\`.`,
      type: view.response,
      schemas: schemas.length === 0 ? ["anything"] : schemas,
    },
    ...errors,
  ];
}

/** Values of streams, one by one. */
function items(view: OperationView): readonly Planned[] {
  const { id, data, dataTypes } = view;
  const all = data.responses.flatMap((response, index) =>
    response.contents.flatMap((content, at) => {
      const item = dataTypes.responses[index]?.contents[at]?.item ?? null;
      return item === null ? [] : [{ item, content }];
    }),
  );
  const distinct = new Map(all.map((each) => [each.item.text, each]));
  return [...distinct.values()].map(({ item, content }) => ({
    name: identifier(`${id.text}${item.text.slice(typeLength(view))}Schema`),
    about: `A value of the stream that \`${id.text}\` answers as ${mediaTypes(content.mediaTypes)}.`,
    type: item,
    schemas: [content.schema],
  }));
}

/** What a call that succeeds may answer: 2xx, or `default` where there is no 2xx. */
function successesOf({ data }: OperationView): readonly ResponseDataView[] {
  const successes = data.responses.filter(({ ok }) => ok);
  return successes.length > 0 ? successes : data.responses.filter(({ status }) => status === "default");
}

/** What the client makes of a response: of a stream its text, where there is nothing else. */
function bodyOf({ ok, contents }: ResponseDataView): readonly (JsonSchema | Plain)[] {
  const isStream = ({ kind }: ContentDataView) => kind === "lines" || kind === "sequence" || kind === "events";
  const whole = contents.filter((content) => !isStream(content));
  if (contents.length === 0) return [ok ? "nothing" : "anything"];
  if (whole.length === 0) return [ok ? "text" : "anything"];
  const schemas = whole.map(({ kind, schema }): JsonSchema | Plain =>
    kind === "text" ? "text" : kind === "binary" ? "bytes" : schema,
  );
  return [...new Map(schemas.map((schema) => [key(schema), schema])).values()];
}

/** Media types often have the same schema. */
function key(schema: JsonSchema | Plain): string {
  return JSON.stringify(schema, (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));
}

const plain = {
  text: ts`z.string()`,
  bytes: ts`z.instanceof(Blob)`,
  nothing: ts`z.undefined()`,
  anything: ts`z.unknown()`,
};

function unionOf(schemas: Planned["schemas"], type: Identifier, module: Module): Expression {
  const codes = schemas.map((schema) => {
    if (typeof schema !== "string") return schemaCode(schema, module);
    return schema === "something"
      ? ts`z.custom<${type}>((body: unknown) => body !== undefined && body !== null)`
      : plain[schema];
  });
  const [first = plain.anything] = codes;
  const code = codes.length < 2 ? first : ts`z.union([${joinCode(codes, ", ")}])`;
  const isKnown = schemas.every((schema) => typeof schema === "string" || isExact(schema));
  return isKnown ? code : asserted(code, type, module);
}

/** A schema whose values are of a type, which TypeScript does not see by itself. */
export function asserted(code: Expression, type: Identifier, module: Module): Expression {
  return ts`${code} as ${module.zodType(null)} as ${module.zodType(type)}`;
}

function mediaTypes(types: readonly string[]): string {
  return types.map((type) => `\`${type.replaceAll("`", "")}\``).join(", ");
}
