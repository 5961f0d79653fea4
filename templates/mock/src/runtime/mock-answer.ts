/** The answer to a request that fits: which response, in which media type, with which value. */
import { type Answer, contentAnswer } from "./plain-answer.js";
import { isObject } from "./json-equality.js";
import { echo } from "./mock-echo.js";
import { negotiate } from "./media-type.js";
import { problemAnswer } from "./mock-problem.js";
import type { MockContent, MockOperation, MockResponse } from "./mock-setup.js";
import { isStream } from "./mock-stream.js";
import { isPreferred, preferenceApplied, type Preferences } from "./prefer.js";
import { synthesiseValue } from "./synthesise-value.js";

/** What an answer depends on, beside its operation. */
export interface AnswerContext {
  readonly accept: string | null;
  readonly preferences: Preferences;
  /** What was read of the request. */
  readonly input: unknown;
  readonly isDynamic: boolean;
  readonly isEcho: boolean;
  /** A new seed for each value that is made up. */
  readonly nextSeed: () => number;
}

/** `Prefer: code=404, example=name` chooses, as Prism does, and `code=4XX` a range; else the first 2xx, else `default`, else the first. */
export function answer(operation: MockOperation, context: AnswerContext): Answer {
  const asked = context.preferences.get("code");
  const code = asked !== undefined && /^[2-5]xx$/i.test(asked) ? `${asked.charAt(0)}XX` : asked;
  const chosen = code === undefined ? usualResponse(operation) : responseFor(operation.responses, code);
  if (chosen === undefined) {
    const detail =
      code === undefined
        ? `${operation.operation} has no response.`
        : `${operation.operation} has no response ${code}.`;
    return problemAnswer({ status: code === undefined ? 501 : 404, detail });
  }
  const status = code === undefined ? statusOf(chosen) : Number(code.replace("XX", "00"));
  return serve(operation, chosen, status, context);
}

/** The first success, else `default`, else whatever comes first. */
export function usualResponse({ responses }: MockOperation): MockResponse | undefined {
  return (
    responses.find(({ status }) => status.startsWith("2")) ??
    responses.find(({ status }) => status === "default") ??
    responses[0]
  );
}

/** The status that a response is sent with: of a range the first, of `default` 200. */
export function statusOf({ status }: MockResponse): number {
  return status === "default" ? 200 : Number(status.replace(/XX$/, "00"));
}

/** The response of a status, or of a range: its own, its range's, or `default`. */
export function responseFor(responses: readonly MockResponse[], code: string): MockResponse | undefined {
  if (!/^[2-5](\d\d|XX)$/.test(code)) return undefined;
  return [code, `${code.charAt(0)}XX`, "default"]
    .map((key) => responses.find(({ status }) => status === key))
    .find((response) => response !== undefined);
}

/** The contents of a response; none where the status has no body. https://fetch.spec.whatwg.org/#null-body-status */
export function contentsOf(response: MockResponse, status: number): readonly MockContent[] {
  const { contentType, others = [] } = response;
  return [204, 205, 304].includes(status) || contentType === undefined ? [] : [{ ...response, contentType }, ...others];
}

/** The content that is wanted. An error is said in a media type that nobody asked for, rather than hidden behind another. */
export function chooseContent(
  contents: readonly MockContent[],
  accept: string | null,
  status: number,
): MockContent | undefined {
  const index = negotiate(
    accept,
    contents.map(({ contentType }) => contentType),
  );
  return contents[index ?? (status >= 400 ? 0 : -1)];
}

function serve(operation: MockOperation, response: MockResponse, status: number, context: AnswerContext): Answer {
  const name = operation.operation;
  // A `Response` cannot have any other.
  if (!(status >= 200 && status <= 599))
    return problemAnswer({ status: 501, detail: `A mock cannot answer with status ${status}.` });
  const contents = contentsOf(response, status);
  const content = chooseContent(contents, context.accept, status);
  if (contents.length > 0 && content === undefined) {
    const types = contents.map(({ contentType }) => contentType).join(" or ");
    return problemAnswer({ status: 406, detail: `${name} answers ${status} with ${types}.` });
  }
  const example = context.preferences.get("example");
  const found = content === undefined ? undefined : valueOf(content, example, context);
  if (example !== undefined && content !== undefined && found === undefined)
    return problemAnswer({ status: 404, detail: `${name} has no example ${example} for ${status}.` });
  const applied = appliedOf(context.preferences, found);
  if (content === undefined) return contentAnswer(status, null, undefined, { ...response.headers, ...applied });
  if (found === undefined) {
    const detail = `${name} has no example of ${content.contentType} for ${status}: no value fits its schema.`;
    return problemAnswer({ status: 501, detail });
  }
  const value = context.isEcho && status < 300 ? echo(context.input, found.value, content.schema) : found.value;
  return contentAnswer(status, content, value, { ...response.headers, ...applied });
}

interface Found {
  readonly value: unknown;
  readonly isDynamic: boolean;
}

function valueOf(content: MockContent, example: string | undefined, context: AnswerContext): Found | undefined {
  const named = Object.entries(content.examples ?? {});
  if (example !== undefined) {
    const own = named.find(([name]) => name === example);
    return own && { value: own[1], isDynamic: false };
  }
  const isDynamic = isPreferred(context.preferences, "dynamic") ?? context.isDynamic;
  const made = isDynamic ? dynamicValue(content, context.nextSeed()) : undefined;
  if (made !== undefined) return { value: made, isDynamic: true };
  const [first] = named;
  return first && { value: first[1], isDynamic: false };
}

/** A value made from the schema; undefined where there is none, or none could be made. */
function dynamicValue({ schema, contentType, examples }: MockContent, seed: number): unknown {
  const isBytes = Object.values(examples ?? {}).some((example) => example instanceof Blob);
  if (schema === undefined || schema === true || isBytes) return undefined;
  return synthesiseValue(isStream(contentType) ? { type: "array", minItems: 1, items: schema } : schema, seed);
}

/** RFC 7240, section 3: which preferences were heard. */
function appliedOf(preferences: Preferences, found: Found | undefined): Readonly<Record<string, string>> {
  const applied = new Map<string, string>();
  for (const name of found === undefined ? ["code"] : ["code", "example", "echo"]) {
    const value = preferences.get(name);
    if (value !== undefined) applied.set(name, value === "" ? "true" : value);
  }
  if (found?.isDynamic === true && preferences.has("dynamic")) applied.set("dynamic", "true");
  return applied.size === 0 ? {} : { "preference-applied": preferenceApplied(applied), vary: "prefer" };
}

/** The query parameters that an operation has. */
export function hasQueryParameter({ schemas }: MockOperation, name: string): boolean {
  const query = schemas?.query;
  return isObject(query) && isObject(query["properties"]) && Object.hasOwn(query["properties"], name);
}
