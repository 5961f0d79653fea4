/** The contents of a response: which the client asks for first, and which of them have a type together. */
import { writeJson } from "../document/json.js";
import type { Operation, Response, ResponseContent } from "../model/model.js";
import type { Expression, Identifier } from "./code.js";

/** What a call that succeeds may answer: 2xx, or `default` where there is no 2xx. */
export function successesOf(operation: Operation): readonly Response[] {
  const successes = operation.responses.filter(({ ok }) => ok);
  return successes.length > 0 ? successes : operation.responses.filter(({ status }) => status === "default");
}

/** The content that a client asks for: JSON first, then document order. */
export function preferredContent(response: Response): ResponseContent | null {
  return contentsInTurn(response)[0] ?? null;
}

/** All contents, in the order in which a client asks for them. */
export function contentsInTurn({ contents }: Response): readonly ResponseContent[] {
  const isJson = ({ kind }: ResponseContent) => kind === "json";
  return [...contents.filter(isJson), ...contents.filter((content) => !isJson(content))];
}

/** True for a content whose values are read one by one. */
export function isStream({ kind }: ResponseContent): boolean {
  return kind === "lines" || kind === "sequence" || kind === "events";
}

/** Those whose data has one type, in order of preference. */
export function contentGroups(response: Response): readonly (readonly [ResponseContent, ...ResponseContent[]])[] {
  const groups = new Map<string, [ResponseContent, ...ResponseContent[]]>();
  for (const content of contentsInTurn(response)) {
    const isPlain = content.kind === "text" || content.kind === "binary";
    const key = isPlain
      ? content.kind
      : `${content.kind} ${writeJson(content.schema)} ${JSON.stringify(content.events)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [content]);
    else group.push(content);
  }
  return [...groups.values()];
}

/** The type of a content's data. */
export interface ContentType {
  /** A type that the operation's module exports, or what needs no import. */
  readonly type: Identifier | Expression;
  readonly exported: boolean;
  /** Of a success that is a stream: the type of what the document describes, an item, an event or an event's data. */
  readonly item: Identifier | null;
  /** Of such a success: the type of what `stream()` gives. */
  readonly streamed: Expression | Identifier | null;
}

/** What awaiting a call may give of a response: a stream counts, as its text, where the response has nothing else. */
export function awaitedContents(response: Response): readonly ResponseContent[] {
  const contents = contentsInTurn(response);
  const whole = contents.filter((content) => !isStream(content));
  return whole.length > 0 ? whole : contents;
}

/** The contents of successes that are streams. */
export function streamContents(operation: Operation): readonly ResponseContent[] {
  return successesOf(operation).flatMap(({ contents }) => contents.filter(isStream));
}

/**
 * What the client accepts: the media types of successes before those of errors, JSON before others, then in document
 * order; those behind the first with less and less weight (RFC 9110, section 12.5.1).
 */
export function acceptOf(operation: Operation): string {
  // What HEAD would bring, nobody brings.
  if (operation.method === "head") return "*/*";
  const successes = successesOf(operation);
  const failures = operation.responses.filter((response) => !successes.includes(response));
  const types = [successes, failures].flatMap((responses) => {
    const contents = responses.flatMap(awaitedContents);
    const isJson = ({ kind }: ResponseContent) => kind === "json";
    return [...contents.filter(isJson), ...contents.filter((content) => !isJson(content))].map(
      ({ mediaType }) => mediaType,
    );
  });
  const [first = "application/json", ...others] = new Set(types);
  return [first, ...others.map((type, index) => `${type};q=0.${Math.max(9 - index, 1)}`)].join(", ");
}
