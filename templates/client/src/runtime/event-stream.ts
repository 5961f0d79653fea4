/** Server-sent events, https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation. */
import type { Explain } from "./api-promise.js";
import { textChunks } from "./text-chunks.js";

/** An event of an event stream. */
export interface ServerSentEvent<Data> {
  /** `message` where the server gives it no name. */
  readonly event: string;
  readonly data: Data;
  /** The last id that the server has sent, in this event or before; empty where there was none. */
  readonly id: string;
  /** Milliseconds to wait before connecting again, where the server has said so since the event before. */
  readonly retry?: number;
}

/** How far a stream has been read, for who asks for the rest of it. */
export interface Progress {
  /** The last id, of an event or alone. */
  id: string;
  /** Milliseconds to wait before connecting again, where the server has said so. */
  retry: number | undefined;
}

/**
 * Makes a reader of an answer's events.
 * @param isJson whether the data of events is JSON; it is text otherwise
 * @param others the names of events for which the opposite is true
 * @param parse in place of `JSON.parse`
 * @param progress what was read before, and is noted from then on
 * @returns the events, as they arrive, to be iterated once; `[DONE]` in place of JSON ends them. Throws ResponseError for
 *   data that is no JSON
 */
export function eventReader(
  isJson: boolean,
  others: readonly string[] = [],
  parse: (text: string, event: string) => unknown = (text) => JSON.parse(text),
  progress: Progress = { id: "", retry: undefined },
): (response: Response, explain: Explain) => AsyncIterable<ServerSentEvent<unknown>> {
  return (response, explain) => ({
    async *[Symbol.asyncIterator]() {
      let count = 0;
      for await (const event of readEvents(textChunks(response, explain), progress)) {
        count++;
        if (isJson === others.includes(event.event)) yield event;
        else if (event.data === "[DONE]") return;
        else yield { ...event, data: parseData(event, count, explain, parse) };
      }
    },
  });
}

function parseData(
  { data, event }: ServerSentEvent<string>,
  count: number,
  explain: Explain,
  parse: (text: string, event: string) => unknown,
): unknown {
  try {
    return parse(data, event);
  } catch (cause) {
    const fault = cause instanceof SyntaxError ? "is no JSON" : "cannot be read";
    throw explain(new SyntaxError(`the data of event ${count} ${fault}: ${String(cause)}`, { cause }), "ResponseError");
  }
}

async function* readEvents(
  chunks: AsyncIterable<string>,
  progress: Progress,
): AsyncGenerator<ServerSentEvent<string>, void, undefined> {
  let name = "";
  let data: string | undefined;
  let retry: number | undefined;
  let id = progress.id;
  for await (const line of readLines(chunks)) {
    if (line === "") {
      progress.id = id;
      if (data !== undefined) {
        yield { event: name || "message", data, id, ...(retry !== undefined && { retry }) };
        retry = undefined;
      }
      name = "";
      data = undefined;
    }
    // A comment has an empty name.
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") name = value;
    else if (field === "data") data = data === undefined ? value : `${data}\n${value}`;
    else if (field === "id" && !value.includes("\0")) id = value;
    else if (field === "retry" && /^\d+$/.test(value)) progress.retry = retry = Number(value);
  }
}

/** Lines end in CR LF, LF or CR. What stands after the last end is part of no event. */
async function* readLines(chunks: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let rest = "";
  let afterReturn = false;
  for await (const chunk of chunks) {
    if (chunk === "") continue;
    // The line was ended by the CR, as the LF may be long in coming.
    const [first = "", ...others] = (afterReturn ? chunk.replace(/^\n/, "") : chunk).split(/\r\n|\n|\r/);
    afterReturn = chunk.endsWith("\r");
    rest += first;
    for (const next of others) {
      yield rest;
      rest = next;
    }
  }
}
