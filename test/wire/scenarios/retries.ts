/** Requests that are sent again. */
import type { Call } from "../../../templates/client/src/runtime/client.js";
import { AbortError, ApiError, ConnectionError, TimeoutError } from "../../../templates/client/src/runtime/errors.js";
import { retry } from "../../../templates/client/src/runtime/retry.js";
import type { Recorded } from "./answer.js";
import { equal, failure, holds, until } from "./expect.js";
import { type Scenario, servers } from "./scenario.js";
import { ada, clientOf, send } from "./send.js";

/** Timers may fire, and clocks be read, a little early. */
const slack = 5;

const busy = (headers: Readonly<Record<string, string>>) => ({ status: 429, headers });
const post = (changes: Partial<Call> = {}): Partial<Call> => ({
  method: "POST",
  contentType: "application/json",
  encode: () => ({ body: '{"name":"Ada"}' }),
  ...changes,
});

/** The requests of each path, in their order. */
function byPath(recorded: readonly Recorded[]): ReadonlyMap<string, readonly Recorded[]> {
  const paths = new Map<string, Recorded[]>();
  for (const each of recorded) paths.set(each.path, [...(paths.get(each.path) ?? []), each]);
  return paths;
}

export const retries: readonly Scenario[] = [
  {
    name: "a storm of 429: every call is answered, none is sent again earlier than the server asks",
    play: async (world) => {
      const byDate = busy({ "retry-after": "{date+2}" });
      await world.script({
        "/milliseconds": [busy({ "retry-after-ms": "30" }), busy({ "retry-after-ms": "60", "retry-after": "50" }), {}],
        "/seconds": [busy({ "retry-after": "1" }), {}],
        "/date": [byDate, {}],
      });
      const client = clientOf(world, { retry: retry({ delay: 1 }) });
      const calls = ["milliseconds", "seconds", "date"].flatMap((way) =>
        Array.from({ length: 100 }, (_, index) => send(client, { path: `/${way}/${index}` })),
      );
      equal(new Set((await Promise.all(calls)).map((data) => JSON.stringify(data))).size, 1);
      const paths = byPath(await world.recorded());
      equal(paths.size, 300);
      for (const [path, requests] of paths) {
        const gaps = requests.slice(1).map(({ at }, index) => at - (requests[index]?.at ?? 0));
        const [first] = requests;
        // A date has no milliseconds: those of the time are cut off.
        const date = Math.floor(((first?.at ?? 0) + 2000) / 1000) * 1000 - (first?.at ?? 0);
        const least = path.startsWith("/milli") ? [30, 60] : path.startsWith("/seconds") ? [1000] : [date];
        equal(gaps.length, least.length, path);
        gaps.forEach((gap, index) => {
          holds(gap >= (least[index] ?? 0) - slack, `${path}: ${gap} ms in place of ${String(least[index])}`);
        });
      }
    },
  },
  {
    name: "a server that asks for an hour: its answer is the caller's",
    play: async (world) => {
      await world.script({ "/pet": busy({ "retry-after": "3600" }) });
      await failure(send(clientOf(world, { retry: retry() })), ApiError);
      equal((await world.recorded()).length, 1);
    },
  },
  {
    name: "an abort while it waits to send again is an AbortError",
    play: async (world) => {
      await world.script({ "/pet": busy({ "retry-after": "59" }) });
      const controller = new AbortController();
      const failing = failure(send(clientOf(world, { retry: retry(), signal: controller.signal })), AbortError);
      await until(world, ([first]) => first?.ended === "whole", "the first answer");
      controller.abort();
      await failing;
      equal((await world.recorded()).length, 1);
    },
  },
  ...(["reset", "close"] as const).map((by): Scenario => ({
    name: `a ${by} before the headers, twice, then the answer`,
    play: async (world) => {
      await world.script({ "/pet": [{ breaks: "headers", by }, { breaks: "headers", by }, {}] });
      equal(await send(clientOf(world, { retry: retry({ delay: 1 }) })), ada);
      equal((await world.recorded()).length, 3);
    },
  })),
  {
    name: "a POST is not sent again",
    play: async (world) => {
      await world.script({ "/pet": { breaks: "headers" }, "/busy": [{ status: 503 }, {}] });
      const client = clientOf(world, { retry: retry({ delay: 1 }) });
      await failure(send(client, post({ path: "/busy" })), ApiError);
      equal((await world.recorded()).length, 1);
      await failure(send(client, post()), ConnectionError);
      // Chromium and Deno themselves do so once, where the connection was open before.
      if (/node|bun/.test(world.platform)) equal((await world.recorded()).length, 2);
    },
  },
  {
    name: "a POST with an idempotency key is, with one key and the same body",
    play: async (world) => {
      await world.script({ "/pet": [{ breaks: "headers" }, { status: 503 }, {}] });
      const again = retry({ delay: 1, idempotencyHeader: "idempotency-key" });
      equal(await send(clientOf(world, { retry: again }), post()), ada);
      const recorded = await world.recorded();
      equal(recorded.length, 3);
      equal(new Set(recorded.map(({ headers, body }) => `${headers["idempotency-key"] ?? ""} ${body}`)).size, 1);
      holds(/^[0-9a-f]{32}$/.test(recorded[0]?.headers["idempotency-key"] ?? ""), "there is no key");
    },
  },
  {
    name: "a body that is a stream is not sent again",
    on: servers,
    play: async (world) => {
      await world.script({ "/pet": [{ status: 503 }, {}] });
      const encode = () => ({ body: new Blob(["Ada"]).stream() });
      await failure(send(clientOf(world, { retry: retry({ delay: 1 }) }), { method: "PUT", encode }), ApiError);
      equal((await world.recorded()).length, 1);
    },
  },
  {
    name: "each attempt has a time of its own",
    play: async (world) => {
      await world.script({ "/pet": [{ holds: "headers" }, { holds: "headers" }, {}] });
      // On a machine that is busy, answers may be late: there are attempts left.
      const client = clientOf(world, { timeout: 300, retry: retry({ attempts: 20, delay: 1 }) });
      equal(await send(client), ada);
      await until(world, (all) => all.slice(0, 2).every(({ ended }) => ended === "broken"), "the end of the first two");
    },
  },
  {
    name: "a deadline ends a storm",
    play: async (world) => {
      await world.script({ "/pet": busy({ "retry-after-ms": "5" }), "/held": { holds: "headers" } });
      const client = clientOf(world, { retry: retry({ attempts: 1e9, delay: 1, deadline: 300 }) });
      await failure(send(client), ApiError, TimeoutError);
      await failure(send(client, { path: "/held" }), TimeoutError);
    },
  },
  {
    name: "nobody waits for the body of an answer after which it is sent again",
    play: async (world) => {
      await world.script({ "/pet": [{ status: 503, body: "busy", rest: ".", holds: "body" }, {}] });
      equal(await send(clientOf(world, { retry: retry({ delay: 1 }) })), ada);
      await until(world, ([first]) => first?.ended === "broken", "the end of a connection that nobody needs");
    },
  },
];
