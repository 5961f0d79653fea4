/** What calls leave behind: nothing, however they end. */
import type { CallOptions, Client } from "../../../templates/client/src/runtime/client.js";
import { oauth } from "../../../templates/client/src/runtime/oauth.js";
import { retry } from "../../../templates/client/src/runtime/retry.js";
import { stream } from "../../../templates/client/src/runtime/stream.js";
import type { Script } from "./answer.js";
import { equal } from "./expect.js";
import type { Scenario, World } from "./scenario.js";
import { clientOf, send } from "./send.js";
import { watch } from "./streams.js";

/** A way to make a call and to be done with it. */
interface Use {
  readonly name: string;
  readonly script: Script;
  /** Beside a signal and a timeout for all calls. */
  readonly options?: CallOptions;
  readonly call: (client: Client, world: World) => Promise<unknown>;
  /** Whether the memory is measured, over some thousand calls. */
  readonly isMeasured?: boolean;
  /** Whether a listener stays until what the caller was given is collected. */
  readonly isHandedOut?: boolean;
}

const answered: Script = { "/pet": {} };
const silent: Script = { "/pet": { holds: "headers" } };

const uses: readonly Use[] = [
  { name: "that give data", isMeasured: true, script: answered, call: (client) => send(client).result() },
  {
    name: "whose raw answer is read",
    isMeasured: true,
    isHandedOut: true,
    script: answered,
    call: async (client) => (await send(client).response()).text(),
  },
  {
    name: "whose raw answer nobody reads",
    isHandedOut: true,
    script: answered,
    call: (client) => send(client).response(),
  },
  { name: "that give both", script: answered, call: (client) => send(client).withResponse() },
  { name: "with an error status", script: { "/pet": { status: 404 } }, call: (client) => send(client).result() },
  {
    name: "without a connection",
    script: {},
    call: (client, { nowhere }) => send(client, {}, { baseUrl: nowhere }).result(),
  },
  {
    name: "that break off",
    script: { "/pet": { body: "{", rest: "}", breaks: "body" } },
    call: (client) => send(client).result(),
  },
  { name: "that are late", script: silent, options: { timeout: 1 }, call: (client) => send(client).result() },
  {
    name: "that are aborted",
    script: silent,
    call: async (client) => {
      const controller = new AbortController();
      const call = send(client, {}, { signal: controller.signal });
      setTimeout(() => {
        controller.abort();
      }, 1);
      return call.result();
    },
  },
  {
    name: "that are sent again",
    script: { "/pet": { status: 503, headers: { "retry-after-ms": "1" } } },
    options: { retry: retry() },
    call: (client) => send(client).result(),
  },
  {
    name: "with tokens that end at once",
    script: { "/token": { body: '{"access_token":"one","expires_in":1}' }, "/pet": {} },
    call: (client) => send(client, { security: [["oauth"]] }).result(),
  },
  {
    name: "with streams",
    script: { "/watch": { headers: { "content-type": "application/jsonl" }, body: "1\n2\n" } },
    call: async (client) => {
      let count = 0;
      for await (const item of stream(watch, client)) equal(item, ++count);
    },
  },
];

/** A signal that counts its listeners, wherever it runs. */
function countedSignal() {
  const { signal } = new AbortController();
  const listeners = new Set<unknown>();
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  Object.assign(signal, {
    addEventListener: (type: "abort", listener: () => void) => {
      listeners.add(listener);
      add(type, listener);
    },
    removeEventListener: (type: "abort", listener: () => void) => {
      listeners.delete(listener);
      remove(type, listener);
    },
  });
  return { signal, count: () => listeners.size };
}

async function inTurns(count: number, call: () => Promise<unknown>): Promise<void> {
  const width = 50;
  for (let done = 0; done < count; done += width) await Promise.all(Array.from({ length: width }, call));
}

/**
 * Throws where a thousand calls always leave something behind. Code that is compiled and tables that grow do so at first:
 * one thousand without is enough, as a listener or a timer that stays takes 600 bytes each time.
 */
async function measure(heap: () => Promise<number>, call: () => Promise<unknown>): Promise<void> {
  const grown: number[] = [];
  for (let before = await heap(); grown.length < 8;) {
    await inTurns(1000, call);
    const after = await heap();
    if (after - before < 300_000) return;
    grown.push(after - before);
    before = after;
  }
  throw new Error(`bytes that stay behind each thousand calls: ${grown.join(", ")}`);
}

export const leaks: readonly Scenario[] = uses.map(
  ({ name, script, options, call, isMeasured = false, isHandedOut = false }): Scenario => ({
    name: `calls ${name} leave no listener, no timer and no memory behind`,
    play: async (world) => {
      const { inspection } = world;
      await world.script(script);
      const { signal, count } = countedSignal();
      const schemes = { oauth: oauth({ tokenUrl: `${world.origin}/token` }) };
      const auth = { oauth: { clientId: "id" } };
      const client = clientOf(world, { signal, auth, timeout: 60_000, ...options }, schemes);
      const timers = inspection?.timers();
      await inTurns(100, () => call(client, world));
      if (isMeasured && inspection) await measure(inspection.heap, () => call(client, world));
      else await inspection?.heap();
      equal(inspection?.timers(), timers, "timers");
      if (!isHandedOut || inspection) equal(count(), 0, "listeners");
      equal(inspection?.listeners(signal), inspection && 0, "listeners, as the platform counts them");
    },
  }),
);
