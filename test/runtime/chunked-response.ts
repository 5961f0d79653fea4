/** Answers whose bodies arrive in pieces, and what is noted of how they are read. */
import type { Explain } from "../../templates/client/src/runtime/api-promise.js";
import { CallError, type ErrorContext } from "../../templates/client/src/runtime/call-error.js";

const context: ErrorContext = { operation: "watch", method: "GET", url: "https://api.test/watch" };

/** What the client makes of what is thrown during a call that is not aborted. */
export const explain: Explain = (cause, name) =>
  cause instanceof CallError
    ? cause
    : new CallError(name, context, cause instanceof Error ? cause.message : String(cause), { cause });

export interface ChunkedResponse {
  readonly response: Response;
  /** What happened to the body. */
  readonly events: string[];
}

/** An answer with these pieces; `failure` stands at its end in place of an orderly one. */
export function chunked(chunks: readonly Uint8Array[], failure?: Error): ChunkedResponse {
  const events: string[] = [];
  const rest = [...chunks];
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const next = rest.shift();
        events.push(next === undefined ? "end" : "pull");
        if (next !== undefined) controller.enqueue(next);
        else if (failure === undefined) controller.close();
        else controller.error(failure);
      },
      cancel() {
        events.push("cancel");
      },
    },
    { highWaterMark: 0 },
  );
  return { response: new Response(body), events };
}

/** The bytes of a text, or bytes as they are, cut at these places. */
export function cut(source: string | Uint8Array, places: readonly number[]): readonly Uint8Array[] {
  const bytes = typeof source === "string" ? new TextEncoder().encode(source) : source;
  const sorted = [0, ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return sorted.slice(1).map((end, index) => bytes.slice(sorted[index], end));
}

/** Cut before each byte. */
export function bytewise(source: string): readonly Uint8Array[] {
  return cut(
    source,
    Array.from(new TextEncoder().encode(source), (_, index) => index),
  );
}

/** Everything that an iterable gives. */
export async function gather<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
