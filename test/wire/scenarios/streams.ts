/** Streams whose connection breaks. */
import type { CallOptions, Client } from "../../../templates/client/src/runtime/client.js";
import { AbortError, ConnectionError, ResponseError } from "../../../templates/client/src/runtime/errors.js";
import type { ServerSentEvent } from "../../../templates/client/src/runtime/event-stream.js";
import { stream } from "../../../templates/client/src/runtime/stream.js";
import type { StreamPromise } from "../../../templates/client/src/runtime/streamed.js";
import { equal, failure, until } from "./expect.js";
import type { Scenario, World } from "./scenario.js";
import { clientOf } from "./send.js";

const events = { "content-type": "text/event-stream", "transfer-encoding": "chunked" };
const lines = { "content-type": "application/jsonl", "transfer-encoding": "chunked" };

/** An operation that has streams, as one is generated. */
export function watch(client: Client, options?: CallOptions): StreamPromise<string, unknown, unknown> {
  const streams = [
    { type: "application/jsonl", as: "lines" },
    { type: "text/event-stream", as: "events", isJson: true },
  ] as const;
  return client.send({ operation: "watch", method: "GET", path: "/watch", streams }, options);
}

/** Reads a stream to its end. After the first item it lets the server go on. */
async function read(world: World, options: CallOptions = {}): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  for await (const item of stream(watch, clientOf(world, options))) {
    if (items.push(item) === 1) await world.release();
  }
  return items;
}

export const streams: readonly Scenario[] = [
  ...(["reset", "close"] as const).flatMap((by): readonly Scenario[] => [
    {
      name: `events that break off with a ${by} are asked for again, after the last one`,
      play: async (world) => {
        await world.script({
          "/watch": [
            { headers: events, body: "retry: 1\nid: a\ndata: 1\n\n", holds: "body", breaks: "body", by },
            { headers: events, breaks: "headers", by },
            { headers: events, body: "id: b\ndata: 2\n\ndata: [DONE]\n\n", holds: "body" },
          ],
        });
        const items = (await read(world)) as readonly ServerSentEvent<number>[];
        equal(
          items.map(({ data }) => data),
          [1, 2],
        );
        const recorded = await world.recorded();
        equal(
          recorded.map(({ headers }) => headers["last-event-id"]),
          [undefined, "a", "a"],
        );
      },
    },
    {
      name: `lines that break off with a ${by} are a ConnectionError`,
      play: async (world) => {
        await world.script({ "/watch": { headers: lines, body: "1\n", holds: "body", breaks: "body", by } });
        await failure(read(world), ConnectionError);
      },
    },
  ]),
  {
    name: "who leaves a stream closes its connection",
    play: async (world) => {
      await world.script({ "/watch": { headers: lines, body: "1\n2\n", holds: "body" } });
      for await (const item of stream(watch, clientOf(world))) {
        equal(item, 1);
        break;
      }
      await until(world, ([first]) => first?.ended === "broken", "the end of a connection that nobody needs");
    },
  },
  {
    name: "an abort ends a stream that says nothing, and closes its connection",
    play: async (world) => {
      await world.script({ "/watch": { headers: lines, body: "1\n", holds: "body" } });
      const controller = new AbortController();
      const reading = async () => {
        for await (const item of stream(watch, clientOf(world, { signal: controller.signal }))) {
          equal(item, 1);
          setTimeout(() => {
            controller.abort();
          }, 1);
        }
      };
      await failure(reading(), AbortError);
      await until(world, ([first]) => first?.ended === "broken", "the end of a connection that nobody needs");
    },
  },
  {
    name: "an answer that is no stream is a ResponseError, and its connection is closed",
    play: async (world) => {
      await world.script({
        "/watch": { headers: { "content-type": "text/html" }, body: "<", rest: ">", holds: "body" },
      });
      await failure(read(world), ResponseError);
      await until(world, ([first]) => first?.ended === "broken", "the end of a connection that nobody needs");
    },
  },
];
