/** The types of an operation: its input, section by section, and what it answers. */
import { jsonObject, writeJson } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import type { BodyContent, NamedSchema, Operation, Parameter, Response, ResponseContent } from "../model/model.js";
import type { TypePrinter } from "../types/print-types.js";
import { declaration, type Expression, type Identifier, identifier, joinCode, ts } from "./code.js";
import { docComment } from "./doc-comment.js";
import { inputType, type Section } from "./input-type.js";
import { paragraphs } from "./prose.js";
import {
  bodyTypeName,
  hasContentType,
  mediaTypesText,
  mediaTypesType,
  rawBodyType,
  requestBodies,
} from "./request-bodies.js";
import {
  awaitedContents,
  contentGroups,
  type ContentType,
  isStream,
  streamContents,
  successesOf,
} from "./response-contents.js";
import { headersDoc } from "./response-doc.js";
import { resultType } from "./result-type.js";
import { inferredDoc } from "./inferred-doc.js";
import { schemaDoc } from "./schema-doc.js";
import { namesEvents } from "./response-reader-view.js";
import type { StreamView, TypeView } from "./view.js";

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
  /** What `stream()` gives; null where no success is a stream. */
  readonly stream: StreamView | null;
  /** The type of each response's body, in the order of the operation's responses. */
  readonly bodies: ReadonlyMap<Response, Identifier>;
  /** The type of the data of each content of a response. */
  readonly contents: ReadonlyMap<ResponseContent, ContentType>;
}

/** Builds all types of an operation. */
export function buildOperationTypes(operation: Operation, printer: TypePrinter): OperationTypes {
  const gathered: Gathered = {
    types: [],
    helpers: new Set(),
    references: new Map(),
    contents: new Map(),
    printer,
  };
  const sections = buildSections(operation, gathered);
  const bodySections = buildBodySections(operation, gathered);
  const input = identifier(`${operation.typeId}Input`);
  gathered.types.push(inputType(operation, input, sections, bodySections));
  const bodies = new Map<Response, Identifier>();
  const successes = successesOf(operation);
  const failures = operation.responses.filter((response) => !successes.includes(response));
  const response = buildBodies(operation, successes, "Response", bodies, gathered);
  buildBodies(operation, failures, "Error", bodies, gathered);
  const promiseTypes = new Set<string>();
  const outcome = resultType(operation, successes, { bodies, contents: gathered.contents }, (name) => {
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
    input: { type: input, required: [...sections, ...(bodySections[0] ?? [])].some(({ required }) => required) },
    response,
    result,
    stream: streamView(operation, gathered.contents),
    bodies,
    contents: gathered.contents,
  };
}

function streamView(operation: Operation, contents: ReadonlyMap<ResponseContent, ContentType>): StreamView | null {
  const types = streamContents(operation).flatMap((content) => contents.get(content) ?? []);
  const items = new Map(types.flatMap(({ streamed }) => (streamed === null ? [] : [[streamed.text, streamed]])));
  const names = new Map(types.flatMap(({ item }) => (item === null ? [] : [[item.text, item]])));
  if (items.size === 0) return null;
  return {
    item: joinCode([...items.values()], " | "),
    names: [...names.values()],
    namesEvents: namesEvents(operation),
  };
}

interface Gathered {
  readonly contents: Map<ResponseContent, ContentType>;
  readonly types: TypeView[];
  readonly helpers: Set<string>;
  readonly references: Map<string, NamedSchema>;
  readonly printer: TypePrinter;
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
  const { parameters, typeId, id } = operation;
  const section = (key: string, suffix: string, list: readonly Parameter[], what: string): Section[] => {
    if (list.length === 0) return [];
    const type = declare(gathered, `${typeId}${suffix}`, parametersSchema(list), [`${what} of \`${id}\`.`]);
    return [{ key, type, required: list.some(({ required }) => required), doc: null }];
  };
  return [
    ...section("path", "Path", parameters.path, "Path parameters"),
    ...section("query", "Query", parameters.query, "Query parameters"),
    ...section("headers", "Headers", parameters.headers, "Headers"),
    ...section("cookies", "Cookies", parameters.cookies, "Cookies"),
  ];
}

/** The sections of each body: which media type it has, where there is a choice, and the body itself. */
function buildBodySections(operation: Operation, gathered: Gathered): readonly (readonly Section[])[] {
  const bodies = requestBodies(operation);
  const names = new Map<string, Identifier>();
  return bodies.flatMap((content, index) => {
    const isPreferred = index === 0;
    const key = content.encoding.kind === "raw" ? `raw ${content.encoding.content}` : writeJson(content.schema);
    const type = declareRequestBody(operation, content, names.get(key) ?? null, gathered);
    if (!names.has(key)) names.set(key, type);
    const body = { key: "body", type, required: content.required, doc: operation.requestBody?.description ?? null };
    if (!hasContentType(operation)) return [[body]];
    const chosen = (mediaTypes: readonly string[]): readonly Section[] => {
      const choice = mediaTypesType({ ...content, mediaTypes });
      return [{ key: "contentType", type: choice, required: !isPreferred, doc: null }, body];
    };
    // One each: of a list, TypeScript does not see that none of them is left.
    return isPreferred ? [chosen(content.mediaTypes)] : content.mediaTypes.map((mediaType) => chosen([mediaType]));
  });
}

/** @param same the type of a body before this one that has the same values */
function declareRequestBody(
  operation: Operation,
  content: BodyContent,
  same: Identifier | null,
  gathered: Gathered,
): Identifier {
  const id = bodyTypeName(operation, content).text;
  const isPreferred = content === operation.requestBody;
  const about = `The body of \`${operation.id}\``;
  const types = mediaTypesText(content.mediaTypes);
  if (content.encoding.kind === "raw") {
    const how = content.encoding.content === "multipart" ? ["`type` is its media type, with the boundary."] : [];
    return compose(gathered, id, [`${about}, sent as it is: ${types}.`, ...how], rawBodyType(content));
  }
  const isStream = content.encoding.kind === "stream";
  const text = [
    isStream
      ? `${about}: values that are sent one after the other, as ${types}.`
      : isPreferred
        ? `${about}.`
        : `${about} as ${types}.`,
  ];
  const note = inferredDoc(content.schema, content.inferredFrom, "the request body");
  return same === null
    ? declare(gathered, id, content.schema, [...text, ...note])
    : compose(gathered, id, [...text, ...note], ts`${same}`);
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
  const groups = contentGroups(response);
  const [only, ...others] = groups;
  const awaited = new Set(awaitedContents(response));
  const about = [
    `The ${response.status} response of \`${operation.id}\`.`,
    ...paragraphs(response.summary),
    ...paragraphs(response.description),
    ...headersDoc(response),
  ];
  // A success without content has no data; of an error the document then says nothing.
  if (only === undefined) return compose(gathered, id, about, response.ok ? ts`undefined` : ts`unknown`);
  const keep = (group: readonly ResponseContent[], type: ContentType) => {
    for (const content of group) gathered.contents.set(content, type);
    return type.type;
  };
  if (others.length === 0) {
    const declared = declareContent(operation, response, only[0], { id, about }, gathered);
    keep(only, { type: identifier(id), exported: true, ...declared });
    return identifier(id);
  }
  const types = groups.map((group) => {
    const [content] = group;
    if (content.kind === "text" || content.kind === "binary")
      return keep(group, { type: content.kind === "text" ? ts`string` : ts`Blob`, exported: false, ...whole });
    const name = `${id}${content.word}`;
    const text = [
      `The ${response.status} response of \`${operation.id}\` as ${mediaTypesText(group.map(({ mediaType }) => mediaType))}.`,
    ];
    const declared = declareContent(operation, response, content, { id: name, about: text }, gathered);
    return keep(group, { type: identifier(name), exported: true, ...declared });
  });
  const own = types.filter((_, index) => groups[index]?.some((content) => awaited.has(content)));
  return compose(gathered, id, about, joinCode(own, " | "));
}

type Streamed = Pick<ContentType, "item" | "streamed">;

/** Of what is read as a whole. */
const whole: Streamed = { item: null, streamed: null };

/** Declares the type of a content. */
function declareContent(
  operation: Operation,
  response: Response,
  content: ResponseContent,
  { id, about }: { readonly id: string; readonly about: readonly string[] },
  gathered: Gathered,
): Streamed {
  if (content.kind === "binary") compose(gathered, id, about, ts`Blob`);
  else if (content.kind === "text") compose(gathered, id, about, ts`string`);
  else {
    const note = inferredDoc(content.schema, content.inferredFrom, `the ${response.status} response`);
    if (isStream(content)) return declareStream(operation, response, content, { id, about, note }, gathered);
    declare(gathered, id, content.schema, [...about, ...note]);
  }
  return whole;
}

/** Declares a body that is a stream, and before it the type of its values. */
function declareStream(
  operation: Operation,
  response: Response,
  content: ResponseContent,
  texts: { readonly id: string; readonly about: readonly string[]; readonly note: readonly string[] },
  gathered: Gathered,
): Streamed {
  const { id, about, note } = texts;
  // An error is read as a whole, in whatever way it comes.
  if (!successesOf(operation).includes(response)) {
    compose(gathered, id, about, ts`unknown`);
    return whole;
  }
  const describes = content.events?.describes ?? "item";
  const [suffix, what] = {
    item: ["Item", "An item"],
    event: ["Event", "An event"],
    data: ["Data", "The data of an event"],
  }[describes];
  const item = declare(gathered, `${id}${suffix}`, content.schema, [`${what} of \`${id}\`.`, ...note]);
  const text = `The text of all values; \`stream(${operation.id}, client)\` of the subpath \`stream\` gives them as they arrive.`;
  compose(gathered, id, [...about, text], ts`string`);
  return { item, streamed: describes === "data" ? ts`ServerSentEvent<${item}>` : item };
}
