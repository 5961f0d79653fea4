/** The types of an operation: its input, section by section, and what it answers. */
import { jsonObject } from "../document/json.js";
import type { Origin } from "../diagnostics.js";
import { parsePointer } from "../document/json-pointer.js";
import type { Schema } from "../document/normal-document.js";
import type { NamedSchema, Operation, Parameter, Response, ResponseContent } from "../model/model.js";
import type { TypePrinter } from "../types/print-types.js";
import { declaration, type Expression, type Identifier, identifier, joinCode, propertyKey, ts } from "./code.js";
import { docComment } from "./doc-comment.js";
import { paragraphs } from "./prose.js";
import { headersDoc } from "./response-doc.js";
import { resultType } from "./result-type.js";
import { schemaDoc } from "./schema-doc.js";
import type { TypeView } from "./view.js";

export interface OperationTypes {
  readonly types: readonly TypeView[];
  /** Types that only these declarations use. */
  readonly helpers: readonly string[];
  readonly references: readonly NamedSchema[];
  /** Types of the runtime's `api-promise.ts` that these types name. */
  readonly promiseTypes: readonly string[];
  readonly input: { readonly type: Identifier; readonly required: boolean };
  readonly response: Identifier;
  readonly result: Identifier;
  /** The type of each response's body, in the order of the operation's responses. */
  readonly bodies: ReadonlyMap<Response, Identifier>;
  /** Of a success that is a stream: the type of what the document describes, an item, an event or an event's data. */
  readonly items: ReadonlyMap<Response, Identifier>;
}

/** Builds all types of an operation. */
export function buildOperationTypes(operation: Operation, printer: TypePrinter): OperationTypes {
  const gathered: Gathered = {
    types: [],
    helpers: new Set(),
    references: new Map(),
    items: new Map(),
    printer,
  };
  const sections = buildSections(operation, gathered);
  const input = identifier(`${operation.typeId}Input`);
  gathered.types.push(inputType(operation, input, sections));
  const bodies = new Map<Response, Identifier>();
  const successes = successesOf(operation);
  const failures = operation.responses.filter((response) => !successes.includes(response));
  const response = buildBodies(operation, successes, "Response", bodies, gathered);
  buildBodies(operation, failures, "Error", bodies, gathered);
  const promiseTypes = new Set<string>();
  const outcome = resultType(operation, successes, { bodies, items: gathered.items }, (name) => {
    promiseTypes.add(name);
    return identifier(name);
  });
  const result = compose(
    gathered,
    `${operation.typeId}Result`,
    [`The outcome of \`${operation.id}\` as a value, by \`ok\` and \`status\`.`],
    outcome,
  );
  return {
    types: gathered.types,
    helpers: [...gathered.helpers],
    references: [...gathered.references.values()],
    promiseTypes: [...promiseTypes],
    input: { type: input, required: sections.some(({ required }) => required) },
    response,
    result,
    bodies,
    items: gathered.items,
  };
}

/** What a call that succeeds may answer: 2xx, or `default` where there is no 2xx. */
export function successesOf(operation: Operation): readonly Response[] {
  const successes = operation.responses.filter(({ ok }) => ok);
  return successes.length > 0 ? successes : operation.responses.filter(({ status }) => status === "default");
}

/** The content that a client asks for: JSON first, then document order. */
export function preferredContent(response: Response): ResponseContent | null {
  return response.contents.find(({ kind }) => kind === "json") ?? response.contents[0] ?? null;
}

/** True for a content whose values are read one by one. */
export function isStream({ kind }: ResponseContent): boolean {
  return kind === "lines" || kind === "sequence" || kind === "events";
}

interface Gathered {
  readonly items: Map<Response, Identifier>;
  readonly types: TypeView[];
  readonly helpers: Set<string>;
  readonly references: Map<string, NamedSchema>;
  readonly printer: TypePrinter;
}

interface Section {
  readonly key: string;
  readonly type: Identifier;
  readonly required: boolean;
  readonly doc: string | null;
}

function declare(gathered: Gathered, id: string, schema: Schema, first: readonly string[]): Identifier {
  const printed = gathered.printer.declare(id, schema);
  for (const helper of printed.helpers) gathered.helpers.add(helper);
  for (const reference of printed.references) gathered.references.set(reference.name, reference);
  const name = identifier(id);
  gathered.types.push({ id: name, doc: schemaDoc(schema, first), declaration: declaration(printed.declaration) });
  return name;
}

function compose(gathered: Gathered, id: string, text: readonly string[], code: Expression): Identifier {
  const name = identifier(id);
  gathered.types.push({
    id: name,
    doc: docComment(text),
    declaration: declaration(ts`export type ${name} = ${code};`.text),
  });
  return name;
}

function buildSections(operation: Operation, gathered: Gathered): readonly Section[] {
  const { parameters, requestBody, typeId, id } = operation;
  const section = (key: string, suffix: string, list: readonly Parameter[], what: string): Section[] => {
    if (list.length === 0) return [];
    const type = declare(gathered, `${typeId}${suffix}`, parametersSchema(list), [`${what} of \`${id}\`.`]);
    return [{ key, type, required: list.some(({ required }) => required), doc: null }];
  };
  const sections = [
    ...section("path", "Path", parameters.path, "Path parameters"),
    ...section("query", "Query", parameters.query, "Query parameters"),
    ...section("headers", "Headers", parameters.headers, "Headers"),
    ...section("cookies", "Cookies", parameters.cookies, "Cookies"),
  ];
  if (requestBody === null) return sections;
  const bodyId = `${typeId}Body`;
  const note = inferredNote(requestBody.inferredFrom, "request body");
  const type =
    requestBody.encoding.kind === "raw"
      ? compose(
          gathered,
          bodyId,
          [`The body of \`${id}\`, sent as it is: \`${requestBody.mediaType}\`.`],
          ts`string | ArrayBuffer | ArrayBufferView | Blob | FormData | ReadableStream<Uint8Array>`,
        )
      : declare(gathered, bodyId, requestBody.schema, [`The body of \`${id}\`.`, ...note]);
  return [...sections, { key: "body", type, required: requestBody.required, doc: requestBody.description }];
}

/** An object schema with a property for each parameter. */
function parametersSchema(parameters: readonly Parameter[]): Schema {
  const properties = parameters.map(({ name, schema, description, deprecated }) => {
    const docs = { ...(description === null ? {} : { description }), ...(deprecated ? { deprecated } : {}) };
    return [name, { ...schema, ...docs }] as const;
  });
  return {
    type: "object",
    properties: jsonObject(properties),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
  };
}

function inputType(operation: Operation, type: Identifier, sections: readonly Section[]): TypeView {
  const doc = docComment([`What \`${operation.id}\` is called with.`]);
  if (sections.length === 0)
    return { id: type, doc, declaration: declaration(ts`export type ${type} = Record<string, never>;`.text) };
  const members = sections.map((section) => {
    const member = ts`readonly ${propertyKey(section.key)}${section.required ? ts`` : ts`?`}: ${section.type};`;
    const comment = docComment(paragraphs(section.doc));
    return comment.text === "" ? member : joinCode([comment, member], "\n");
  });
  return {
    id: type,
    doc,
    declaration: declaration(ts`export interface ${type} {\n${joinCode(members, "\n")}\n}`.text),
  };
}

/** Declares the bodies of some responses: one is `XResponse`, several are `XResponse200` and so on, and their union. */
function buildBodies(
  operation: Operation,
  responses: readonly Response[],
  suffix: "Response" | "Error",
  bodies: Map<Response, Identifier>,
  gathered: Gathered,
): Identifier {
  const id = `${operation.typeId}${suffix}`;
  const [only, ...others] = responses;
  if (only === undefined) {
    const what = suffix === "Response" ? "The document describes no success." : "The document describes no errors.";
    return compose(gathered, id, [what], ts`unknown`);
  }
  if (others.length === 0) {
    const name = declareBody(operation, only, id, gathered);
    bodies.set(only, name);
    return name;
  }
  const names = responses.map((response) => {
    const status = response.status.charAt(0).toUpperCase() + response.status.slice(1);
    const name = declareBody(operation, response, `${id}${status}`, gathered);
    bodies.set(response, name);
    return name;
  });
  const what =
    suffix === "Response" ? "What `" + operation.id + "` answers." : "The error bodies of `" + operation.id + "`.";
  return compose(gathered, id, [what], joinCode(names, " | "));
}

function declareBody(operation: Operation, response: Response, id: string, gathered: Gathered): Identifier {
  const content = preferredContent(response);
  const about = [
    `The ${response.status} response of \`${operation.id}\`.`,
    ...paragraphs(response.summary),
    ...paragraphs(response.description),
    ...headersDoc(response),
  ];
  // A success without content has no data; of an error the document then says nothing.
  if (content === null) return compose(gathered, id, about, response.ok ? ts`undefined` : ts`unknown`);
  if (content.kind === "binary") return compose(gathered, id, about, ts`Blob`);
  if (content.kind === "text") return compose(gathered, id, about, ts`string`);
  const note = inferredNote(content.inferredFrom, `${response.status} response`);
  if (isStream(content)) return declareStream(operation, response, content, { id, about, note }, gathered);
  return declare(gathered, id, content.schema, [...about, ...note]);
}

/** Declares a body that is a stream, and before it the type of its values. */
function declareStream(
  operation: Operation,
  response: Response,
  content: ResponseContent,
  texts: { readonly id: string; readonly about: readonly string[]; readonly note: readonly string[] },
  gathered: Gathered,
): Identifier {
  const { id, about, note } = texts;
  // An error is read as a whole, in whatever way it comes.
  if (!successesOf(operation).includes(response)) return compose(gathered, id, about, ts`unknown`);
  const describes = content.events?.describes ?? "item";
  const [suffix, what] = {
    item: ["Item", "An item"],
    event: ["Event", "An event"],
    data: ["Data", "The data of an event"],
  }[describes];
  const item = declare(gathered, `${id}${suffix}`, content.schema, [`${what} of \`${id}\`.`, ...note]);
  gathered.items.set(response, item);
  return compose(
    gathered,
    id,
    [...about, "The values as they arrive, to be iterated once. Whoever leaves the loop early closes the connection."],
    describes === "data" ? ts`AsyncIterable<ServerSentEvent<${item}>>` : ts`AsyncIterable<${item}>`,
  );
}

/** Says that a type was inferred, and from what. */
function inferredNote(from: readonly Origin[] | null, what: string): readonly string[] {
  if (from === null) return [];
  const names = from.map(exampleName);
  const [only] = names;
  const source =
    names.length === 1
      ? only === null
        ? "the example"
        : `the example \`${only ?? ""}\``
      : `the ${names.length} examples`;
  return [`Inferred from ${source} of the ${what}: the document has no schema for it.`];
}

/** The name under `examples`, or null for the one under `example`. */
function exampleName({ pointer }: Origin): string | null {
  const tokens = parsePointer(pointer) ?? [];
  const index = tokens.lastIndexOf("examples");
  return index === -1 ? null : (tokens[index + 1]?.replaceAll("`", "") ?? null);
}
