/** Reading a request back into the input of its operation: for the mock, for webhooks, for servers. */
import { type DecodeResult, type Fields, type Problem, type Read, readPairs } from "./form-reader.js";
import { emptySource, memberOf, type Source, splitPairs, unescapeForm, unescapeUri } from "./form-source.js";
import { capturePath, patternOf } from "./mock-path.js";
import { partialOf, withPartial } from "./partial-result.js";
import { splitUrl } from "./split-url.js";

/** How the parts of an operation's input are read; a part that it does not have is left out. */
export interface RequestReaders {
  /** The path template, and its parameters. */
  readonly path?: { readonly template: string; readonly fields: Readonly<Record<string, StyledRead>> };
  readonly query?: Fields;
  /** A parameter that is the whole query. */
  readonly wholeQuery?: { readonly name: string; readonly read: (text: string) => DecodeResult<unknown> };
  readonly headers?: Readonly<Record<string, StyledRead>>;
  readonly cookies?: Fields;
  readonly body?: BodyReader;
  /** Parts of the input that are there even where nothing is in them. */
  readonly required: readonly string[];
}

export interface BodyReader {
  readonly required: boolean;
  readonly read: (request: Request) => Promise<DecodeResult<unknown>>;
  /** Where the body may have several media types: the one that came, as the input names it. */
  readonly contentType?: (request: Request) => string | undefined;
}

/** A value that stands alone, in a path or a header: the text that came becomes a source for a reader. */
export interface StyledRead {
  readonly source: (raw: string, name: string) => Source;
  readonly read: Read;
}

/**
 * Reads a request.
 * @returns the input of the operation, or what in the request does not fit; never throws for what a request says
 */
export async function readRequest<Input>(request: Request, readers: RequestReaders): Promise<DecodeResult<Input>> {
  const problems: Problem[] = [];
  const input: Record<string, unknown> = {};
  const keep = (section: string, result: DecodeResult<unknown>) => {
    if (!result.ok) {
      problems.push(...result.problems.map((problem) => ({ ...problem, field: inSection(section, problem.field) })));
      const partial = partialOf(result);
      if (partial !== undefined) input[section] = partial;
      return;
    }
    const { value } = result;
    const isEmpty = typeof value === "object" && value !== null && Object.keys(value).length === 0;
    if (value !== undefined && (section === "body" || !isEmpty || readers.required.includes(section)))
      input[section] = value;
  };
  const url = splitUrl(request.url);
  const { path, query, wholeQuery, headers, cookies, body } = readers;
  if (path) keep("path", readPath(url, path));
  if (query) keep("query", readPairs(splitPairs(url.search.slice(1), "&"), unescapeForm, query));
  if (wholeQuery && url.search !== "") keep("query", named(wholeQuery.name, wholeQuery.read(url.search.slice(1))));
  if (headers)
    keep(
      "headers",
      readStyled(
        headers,
        (name) => request.headers.get(name) ?? undefined,
        (raw) => raw,
      ),
    );
  if (cookies)
    keep("cookies", readPairs(splitPairs(request.headers.get("cookie") ?? "", ";", unescapeUri), unescapeUri, cookies));
  if (body) {
    const isAbsent = !body.required && request.headers.get("content-type") === null;
    if (!isAbsent) {
      const contentType = body.contentType?.(request);
      if (contentType !== undefined) input["contentType"] = contentType;
      keep("body", await body.read(request).catch(unreadable));
    }
  }
  if (problems.length > 0) return withPartial({ ok: false, problems }, input);
  // The readers are written from the document that the type is printed from.
  return { ok: true, value: input as Input };
}

function inSection(section: string, field: string): string {
  return field === "" ? section : `${section}.${field}`;
}

/** What is said of a body whose syntax is wrong: nothing can be said of its parts. */
export const syntaxProblems: readonly string[] = ["cannot be read", "must be JSON"];

function unreadable(): DecodeResult<unknown> {
  return { ok: false, problems: [{ field: "", message: "cannot be read" }] };
}

function named(name: string, result: DecodeResult<unknown>): DecodeResult<unknown> {
  if (result.ok) return { ok: true, value: { [name]: result.value } };
  return {
    ok: false,
    problems: result.problems.map((problem) => ({ ...problem, field: inSection(name, problem.field) })),
  };
}

function readPath(
  url: ReturnType<typeof splitUrl>,
  { template, fields }: NonNullable<RequestReaders["path"]>,
): DecodeResult<unknown> {
  const captured = capturePath(patternOf(template), url.pathname, url.search);
  if (captured === null) return { ok: false, problems: [{ field: "", message: `must be like ${template}` }] };
  const names = [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
  const values = new Map(names.map((name, index) => [name, captured[index]]));
  return readStyled(fields, (name) => values.get(name), unescapeUri);
}

function readStyled(
  fields: Readonly<Record<string, StyledRead>>,
  textOf: (name: string) => string | undefined,
  unescape: (raw: string) => string,
): DecodeResult<unknown> {
  const problems: Problem[] = [];
  const reading = { problems, unescape };
  const values = Object.entries(fields).flatMap(([name, { source, read }]) => {
    const raw = textOf(name);
    const value = read(raw === undefined ? emptySource() : source(raw, name), name, reading, emptySource());
    return value === undefined ? [] : [[name, value] as const];
  });
  const value = Object.fromEntries(values);
  return problems.length > 0 ? withPartial({ ok: false, problems }, value) : { ok: true, value };
}

/**
 * How a value is taken apart that stands in a path or a header.
 * @param style `simple`, `label` or `matrix`
 * @param shape a scalar is the whole text
 */
export function styled(style: string, explode: boolean, shape: "scalar" | "list" | "object", read: Read): StyledRead {
  const separator = !explode || style === "simple" ? "," : style === "label" ? "." : ";";
  return {
    read,
    source(raw, name) {
      const source = emptySource();
      const isNamed = style === "matrix" && !(explode && shape === "object");
      const own = (text: string) => (isNamed ? withoutName(text, name) : text);
      const text = style === "simple" ? raw : raw.slice(1);
      if (shape === "scalar") return { ...source, texts: [own(text)] };
      const parts = (explode ? text : own(text)).split(separator).map((part) => part.trim());
      if (shape === "list") return { ...source, texts: explode ? parts.map(own) : parts };
      const pairs = explode ? parts.map(splitPair) : inTurn(parts);
      for (const [member, value] of pairs) memberOf(source, unescapeUri(member)).texts.push(value);
      return source;
    },
  };
}

function withoutName(text: string, name: string): string {
  const [before, value] = splitPair(text);
  return unescapeUri(before) === name ? value : text;
}

function splitPair(pair: string): readonly [string, string] {
  const end = `${pair}=`.indexOf("=");
  return [pair.slice(0, end), pair.slice(end + 1)];
}

function inTurn(parts: readonly string[]): readonly (readonly [string, string])[] {
  return parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1] ?? ""] as const] : []));
}

/** A cookie of the style `cookie`, which is not escaped. */
export function unescaped(read: Read): Read {
  return (source, field, reading, parent) => read(source, field, { ...reading, unescape: (raw) => raw }, parent);
}

/** A whole query that is JSON. */
export function parseQueryJson(search: string): DecodeResult<unknown> {
  return parseJsonText(unescapeUri(search));
}

/** A whole query that is text. */
export function readQueryText(search: string): DecodeResult<string> {
  return { ok: true, value: unescapeUri(search) };
}

function parseJsonText(text: string): DecodeResult<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false, problems: [{ field: "", message: "must be JSON" }] };
  }
}

export async function readJsonBody(request: Request): Promise<DecodeResult<unknown>> {
  return readJsonText(await request.text());
}

/** Reads the text of a JSON body. */
export function readJsonText(text: string): DecodeResult<unknown> {
  return text === "" ? { ok: false, problems: [{ field: "", message: "is required" }] } : parseJsonText(text);
}

export async function readTextBody(request: Request): Promise<DecodeResult<string>> {
  return { ok: true, value: await request.text() };
}

export async function readBlobBody(request: Request): Promise<DecodeResult<Blob>> {
  return { ok: true, value: await request.blob() };
}
