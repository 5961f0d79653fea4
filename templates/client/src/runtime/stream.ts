/** Answers that arrive piece by piece. */
import { CallError } from "./call-error.js";
import type { Client, Opened, StreamContent } from "./client.js";
import { eventReader, type Progress } from "./event-stream.js";
import { readJsonLines, readJsonSequence } from "./json-lines.js";
import type { StreamItem, Streaming } from "./streamed.js";
import { wait } from "./wait.js";

/** A success whose body is not read yet, and how it is to be read. */
interface Open extends Opened {
  readonly content: StreamContent;
}

/**
 * The items of an operation whose answer is a stream, as they arrive: `for await (const event of stream(watch, client))`.
 * The request is made when the loop begins, and its connection is closed when it ends, however it does. Events of a GET
 * are asked for again, after the last one, where the connection breaks.
 * @param operation one that has a stream
 * @param args what it is called with: the client, the input, the options
 * @returns to be iterated; throws what a call throws, and a ConnectionError where the stream breaks off
 */
export function stream<Args extends readonly unknown[], Promised>(
  operation: Streaming<Args, Promised>,
  ...args: Args
): AsyncIterable<StreamItem<Promised>> {
  // An operation is a function of a client, an input and options; the document says what an item is.
  return { [Symbol.asyncIterator]: () => readItems(operation as never, args as never) as AsyncGenerator<never> };
}

async function* readItems(
  operation: (...args: readonly unknown[]) => PromiseLike<unknown>,
  [client, ...args]: readonly [Client, ...(readonly unknown[])],
): AsyncGenerator<unknown, void, undefined> {
  const progress: Progress = { id: "", retry: undefined };
  let failures = 0;
  // Who was never connected is not connected again.
  let last: Open | undefined;
  for (;;) {
    let open: Open | undefined;
    try {
      open = (await operation(opening(client, progress.id), ...args)) as Open;
      last = open;
      for await (const item of itemsOf(open, progress)) {
        failures = 0;
        yield await checked(open, item);
      }
      return;
    } catch (error) {
      const isBroken = error instanceof CallError && error.name === "ConnectionError";
      if (!isBroken || failures++ >= (last?.reconnects ?? 0)) throw error;
    } finally {
      open?.release();
    }
    await pauseFor(progress.retry ?? 1000, last);
  }
}

async function checked({ call, explain }: Open, item: unknown): Promise<unknown> {
  try {
    return call.check ? await call.check(item) : item;
  } catch (cause) {
    throw explain(cause, "ResponseError");
  }
}

async function pauseFor(milliseconds: number, last: Open | undefined): Promise<void> {
  try {
    await wait(milliseconds, last?.signals ?? []);
  } catch (cause) {
    throw last?.explain(cause, "AbortError") ?? cause;
  }
}

/** A client whose calls give the answer as it is. */
function opening(client: Client, lastId: string): Client {
  return {
    ...client,
    send: (call, options = {}) => {
      const { streams = [], method } = call;
      const open = (opened: Opened): Open => {
        const type = opened.response.headers.get("content-type") ?? "";
        const [essence = ""] = type.toLowerCase().split(/\s*;/);
        const content = streams.find((each) => each.type === essence) ?? (type === "" ? streams[0] : undefined);
        if (content)
          return {
            ...opened,
            content,
            reconnects: method === "GET" && content.as === "events" ? opened.reconnects : 0,
          };
        opened.release();
        opened.response.body?.cancel().catch(() => undefined);
        throw opened.explain(new TypeError(`answered with ${type || "nothing"}, which is no stream`), "ResponseError");
      };
      const headers = lastId ? { ...options.headers, "last-event-id": lastId } : options.headers;
      return client.send(
        { ...call, accept: streams.map(({ type }) => type).join(", "), open },
        { ...options, ...(headers && { headers }) },
      );
    },
  };
}

function itemsOf({ response, explain, content }: Open, progress: Progress): AsyncIterable<unknown> {
  const { as, isJson = false, others = [], parse } = content;
  if (as === "events") return eventReader(isJson, others, parse, progress)(response, explain);
  const read = as === "lines" ? readJsonLines : readJsonSequence;
  return read(response, explain, parse && ((text) => parse(text, "")));
}
