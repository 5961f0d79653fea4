/** Answers that are late, and calls that somebody gives up. */
import type { Middleware } from "../../../templates/client/src/runtime/draft.js";
import { AbortError, TimeoutError } from "../../../templates/client/src/runtime/errors.js";
import type { Answer } from "./answer.js";
import { equal, failure, until } from "./expect.js";
import { cut, isClosed } from "./one-answer.js";
import type { Scenario } from "./scenario.js";
import { ada, clientOf, send } from "./send.js";

const late: readonly Scenario[] = (["headers", "body"] as const).flatMap((held): readonly Scenario[] => {
  const answer: Answer = { ...cut, holds: held };
  const where = held === "headers" ? "headers that are slow" : "a body that stops";
  return [
    {
      name: `${where}: without a limit, the data in the end`,
      play: async (world) => {
        await world.script({ "/pet": answer });
        const call = send(clientOf(world));
        await until(world, ({ length }) => length === 1, "the request");
        await world.release();
        equal(await call, ada);
      },
    },
    {
      name: `${where}: a TimeoutError, and the connection is closed`,
      play: async (world) => {
        await world.script({ "/pet": answer });
        await failure(send(clientOf(world, { timeout: 300 })), TimeoutError);
        await isClosed(world);
      },
    },
    {
      name: `${where}: an abort is an AbortError, and the connection is closed`,
      play: async (world) => {
        await world.script({ "/pet": answer });
        const controller = new AbortController();
        const { answered, use } = announcing();
        const call = send(clientOf(world, { signal: controller.signal, use }));
        const failing = failure(call, AbortError);
        await (held === "body" ? answered : until(world, ({ length }) => length === 1, "the request"));
        controller.abort();
        await failing;
        await isClosed(world);
      },
    },
  ];
});

const rawAnswer: Scenario = {
  name: "an abort ends the reading of a raw answer, also when garbage was collected, and the connection is closed",
  play: async (world) => {
    await world.script({ "/pet": { ...cut, holds: "body" } });
    const controller = new AbortController();
    const read = async () => {
      const raw = await send(clientOf(world, { signal: controller.signal })).response();
      return { reading: raw.text().then(String, () => "ended") };
    };
    const { reading } = await read();
    await world.inspection?.heap();
    controller.abort();
    equal(await reading, "ended");
    await isClosed(world);
  },
};

/** A middleware that tells when the headers of an answer are there. */
function announcing() {
  let announce: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => (announce = resolve));
  const middleware: Middleware = (next) => async (draft) => {
    const response = await next(draft);
    announce();
    return response;
  };
  return { answered, use: [middleware] };
}

/** Calls of which nobody asks how they went. */
const abandoned: Scenario = {
  name: "calls that fail unheard: no unhandled rejection",
  play: async (world) => {
    await world.script({
      "/reset": { breaks: "headers" },
      "/body": { ...cut, breaks: "body" },
      "/error": { status: 500 },
      "/held": { holds: "headers" },
    });
    const controller = new AbortController();
    const client = clientOf(world, { signal: controller.signal });
    for (const path of ["/reset", "/body", "/error", "/held"]) void send(client, { path });
    void send(client, { security: [["key"]] });
    void send(clientOf(world, { baseUrl: world.nowhere }));
    void send(client, { path: "/reset" }).result();
    await until(world, (all) => new Set(all.map(({ path }) => path)).size === 4, "all requests");
    controller.abort();
    await until(world, (all) => all.every(({ ended }) => ended !== null), "the end of all connections");
  },
};

export const lateAnswers: readonly Scenario[] = [...late, rawAnswer, abandoned];
