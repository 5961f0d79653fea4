/** How an operation's input becomes a request: the members of the call, and what `encode` returns. */
import { createNameScope } from "../model/names.js";
import type { Operation, Parameter, PathSegment } from "../model/model.js";
import type { WireSlot } from "../model/wire.js";
import { type Expression, type Identifier, identifier, joinCode, memberAccess, propertyKey, ts } from "./code.js";
import { reservedLocals, writeProperty } from "./form-view.js";
import type { Imports } from "./import-lines.js";
import { pagesExpression } from "./pagination-view.js";
import { defaultContentType, type Given, optionalAccess, writeBodies } from "./request-body-view.js";
import { acceptOf } from "./response-contents.js";
import { responseParser } from "./response-parser-view.js";
import { type AnswerForms, responseReader, streamsMember, successStatuses } from "./response-reader-view.js";
import { runtimeUser } from "./runtime-user.js";
import type { EncodeView, MemberView } from "./view.js";
import { textSink } from "./wire-sink.js";
import { concat, formatted, isWrittenAsIs, jsonOf, type WriterContext } from "./wire-writer.js";

export interface RequestView {
  readonly call: readonly MemberView[];
  /** Null where nothing depends on the input. */
  readonly encode: EncodeView | null;
}

interface Request {
  readonly operation: Operation;
  readonly imports: Imports;
  readonly use: WriterContext["use"];
  readonly statements: Expression[];
  readonly members: Expression[];
}

/** Builds both, and asks for the imports that they need. */
export function buildRequestView(operation: Operation, forms: AnswerForms, imports: Imports): RequestView {
  const { formModule } = forms;
  const request: Request = {
    operation,
    imports,
    use: runtimeUser(imports, "../../runtime/"),
    statements: [],
    members: [],
  };
  const { path, query, headers, cookies } = operation.parameters;
  const isSentAsWritten = path.length === 0 && operation.path.every((segment) => !isChanged(segment));
  if (!isSentAsWritten) request.members.push(ts`path: ${pathExpression(operation.path, request)}`);
  if (query.length > 0) {
    const search = writePairs(query, "query", "Query", identifier("search"), "&", request);
    request.members.push(ts`query: ${search}`);
  }
  const headerMembers = headers.map((parameter) => {
    return ts`${propertyKey(parameter.name)}: ${headerExpression(parameter, request)}`;
  });
  if (cookies.length > 0) {
    const pairs = writePairs(cookies, "cookies", "Cookies", identifier("cookie"), "; ", request);
    headerMembers.push(ts`cookie: ${pairs} || undefined`);
  }
  if (headerMembers.length > 0) request.members.push(ts`headers: { ${joinCode(headerMembers, ", ")} }`);
  const given = (["query", "headers", "cookies"] as const).flatMap((section) =>
    parameterCredentials(operation, section),
  );
  writeBodies(operation, { formModule, imports, use: request.use }, given, request.members);
  const { statements, members } = request;
  return { call: callMembers(operation, forms, imports), encode: members.length > 0 ? { statements, members } : null };
}

function callMembers(operation: Operation, forms: AnswerForms, imports: Imports): readonly MemberView[] {
  const call: MemberView[] = [];
  const add = (key: string, value: Expression) => call.push({ key: propertyKey(key), value });
  const [server] = operation.servers;
  if (server !== undefined) add("baseUrl", ts`${server.url}`);
  if (operation.security.length > 0) add("security", ts`${operation.security}`);
  const accept = acceptOf(operation);
  if (accept !== "application/json") add("accept", ts`${accept}`);
  const contentType = defaultContentType(operation);
  if (contentType !== null) add("contentType", ts`${contentType}`);
  const statuses = successStatuses(operation);
  if (statuses?.join() !== "200") add("success", ts`${statuses ?? []}`);
  const read = responseReader(operation, forms, imports);
  if (read !== null) add("read", read);
  const streams = streamsMember(operation, imports);
  if (streams !== null) add("streams", streams);
  const parse = responseParser(operation, imports);
  if (parse !== null) add("parse", parse);
  if (operation.pagination !== null) add("pages", pagesExpression(operation.pagination));
  return call;
}

/** Parameters that are credentials: what the caller gives there is not sent a second time. */
function parameterCredentials({ parameters }: Operation, section: "query" | "headers" | "cookies"): readonly Given[] {
  const isRequired = parameters[section].some(({ required }) => required);
  const owner = ts`input.${identifier(section)}`;
  return parameters[section].flatMap(({ name, credential }) => {
    if (credential === null) return [];
    const value = isRequired ? ts`${owner}${memberAccess(name)}` : ts`${owner}?.${optionalAccess(name)}`;
    return [{ scheme: credential, value }];
  });
}

/** Writes the statements that put pairs onto a text, and returns the expression of that text. */
function writePairs(
  parameters: readonly Parameter[],
  section: "query" | "cookies",
  suffix: string,
  variable: Identifier,
  before: string,
  { operation, statements, use }: Request,
): Expression {
  const isRequired = parameters.some(({ required }) => required);
  const type = identifier(`${operation.typeId}${suffix}`);
  const owner = isRequired ? ts`input.${identifier(section)}` : ts`${identifier(section)}`;
  // An empty object has members of its own type: that of `toString`, say.
  const empty = parameters.some(({ name }) => name in Object.prototype) ? ts`({} as ${type})` : ts`{}`;
  if (!isRequired) statements.push(ts`const ${owner}: ${type} = input.${identifier(section)} ?? ${empty};`);
  statements.push(ts`let ${variable} = ${""};`);
  for (const { name, encoding } of parameters) {
    const { escape, whole, slot } = encoding;
    const isFlat = slot.value.kind === "object" && slot.value.keys === "flat";
    const sink = textSink(variable, before, escape, use, whole && !isFlat);
    const locals = createNameScope(reservedLocals(operation));
    statements.push(writeProperty({ name, ...slot }, owner, { sink, locals, use }));
  }
  return ts`${variable}.slice(${before.length})`;
}

/** The path, segment by segment, and the query that it may have. */
function pathExpression(path: readonly PathSegment[], request: Request): Expression {
  const pieces = path.flatMap((segment): readonly (string | PathSegment)[] =>
    segment.kind === "text" ? segment.text.split(/(?<=\/)|(?=[/?])/).filter((text) => text !== "") : [segment],
  );
  const parts: (string | Expression)[] = [];
  let segment: (string | PathSegment)[] = [];
  const close = () => {
    parts.push(...segmentParts(segment, request));
    segment = [];
  };
  const query = pieces.findIndex((piece) => typeof piece === "string" && piece.startsWith("?"));
  for (const [index, piece] of pieces.entries()) {
    // Nothing in a query is a step between folders.
    if (query !== -1 && index >= query) {
      close();
      parts.push(typeof piece === "string" ? escapeLost(piece) : pathValue(parameterOf(piece, request), request));
    } else if (typeof piece === "string" && /^[/?]|\/$/.test(piece)) {
      close();
      parts.push(escapeLost(piece));
    } else segment.push(piece);
  }
  close();
  return concat(parts);
}

/** Escapes what URL parsers drop, cut off at the end, or take for a slash. https://url.spec.whatwg.org/#concept-basic-url-parser */
function escapeLost(text: string): string {
  return text.replace(/[\u0000-\u0020\u007f\\]/g, encodeURIComponent);
}

function isChanged(segment: PathSegment): boolean {
  return segment.kind === "text" && escapeLost(segment.text) !== segment.text;
}

/** A segment with nothing but parameters and dots must not come out as a step between folders. */
function segmentParts(segment: readonly (string | PathSegment)[], request: Request): readonly (string | Expression)[] {
  const styles = new Set<string>();
  const names: string[] = [];
  const parts = segment.map((piece) => {
    if (typeof piece === "string") return escapeLost(piece);
    const parameter = parameterOf(piece, request);
    styles.add(parameter.encoding.style);
    names.push(parameter.name);
    return pathValue(parameter, request);
  });
  const isSafe = segment.some((piece) => typeof piece === "string" && !/^\.*$/.test(piece));
  if (names.length === 0 || isSafe || styles.has("label") || styles.has("matrix")) return parts;
  return [ts`${request.use("path-parameter", "pathSegment")}(${concat(parts)}, ${names.join(", ")})`];
}

function parameterOf(segment: PathSegment, { operation }: Request): Parameter {
  const parameter = operation.parameters.path.find(({ name }) => segment.kind === "parameter" && name === segment.name);
  if (parameter === undefined) throw new Error("the model has every parameter of the path");
  return parameter;
}

function pathValue({ name, encoding }: Parameter, { use }: Request): Expression {
  const { slot, style, explode, escape } = encoding;
  const isReserved = escape === "reserved";
  const text = () => (isReserved ? use("path-parameter", "pathReservedText") : use("uri-text", "uriText"));
  const value = plainValue(slot, ts`input.path${memberAccess(name)}`, name, use);
  if (slot.value.kind === "json" || (slot.value.kind === "text" && (style === "simple" || style === "content")))
    return ts`${text()}(${value}, ${name})`;
  const escaper = isReserved ? ts`, ${text()}` : ts``;
  const kind = style === "content" ? "simple" : style;
  return ts`${use("path-parameter", "pathParameter")}(${name}, ${value}, ${kind}, ${explode}${escaper})`;
}

function headerExpression({ name, encoding }: Parameter, { use }: Request): Expression {
  const value = ts`input.headers?.${optionalAccess(name)}`;
  const isMapped = encoding.slot.value.kind === "list" && encoding.slot.value.item.value.kind === "text";
  if (encoding.slot.value.kind === "json") return ts`${use("header-parameter", "jsonHeader")}(${name}, ${value})`;
  const plain = plainValue(encoding.slot, value, name, use);
  // Only a list that is there has items.
  const given = isMapped && plain.text !== value.text ? ts`${value} && ${plain}` : plain;
  return ts`${use("header-parameter", "headerParameter")}(${name}, ${given}, ${encoding.explode})`;
}

/** A scalar in the format of its schema, JSON as text; anything else as it is. */
function plainValue({ value: how }: WireSlot, value: Expression, name: string, use: WriterContext["use"]): Expression {
  if (how.kind === "json") return jsonOf(how, value, name, { use });
  if (how.kind === "text") return formatted(how.scalar, value, name, { use });
  if (how.kind !== "list" || how.item.value.kind !== "text" || isWrittenAsIs(how.item.value.scalar)) return value;
  const list = ts`${use("structure", "listOf")}(${value}, ${name})`;
  return ts`${list}.map((item) => ${formatted(how.item.value.scalar, ts`item`, name, { use })})`;
}
