/** Scenarios of one call that gets one answer. */
import type { ApiPromise } from "../../../templates/client/src/runtime/api-promise.js";
import type { Call } from "../../../templates/client/src/runtime/client.js";
import { ConnectionError, ResponseError } from "../../../templates/client/src/runtime/errors.js";
import type { Answer } from "./answer.js";
import { equal, failure, until } from "./expect.js";
import type { Scenario, World } from "./scenario.js";
import { ada, clientOf, send } from "./send.js";

/** The body in two parts, between which something happens. */
export const cut = { body: '{"name":', rest: '"Ada"}' };

/** A scenario of one call. */
export function oneAnswer(
  name: string,
  answer: Answer,
  check: (call: ApiPromise<unknown>, world: World) => Promise<unknown>,
  changes: Partial<Call> = {},
): Scenario {
  return {
    name,
    play: async (world) => {
      await world.script({ "/pet": answer });
      await check(send(clientOf(world), changes), world);
    },
  };
}

export const isData = async (call: PromiseLike<unknown>) => {
  equal(await call, ada);
};
export const isBroken = (call: PromiseLike<unknown>) => failure(call, ConnectionError);
/** For what some platforms find in the connection, and others in the text. */
export const isError = (call: PromiseLike<unknown>) => failure(call, ConnectionError, ResponseError);

/** Waits until the first request's connection is closed. */
export const isClosed = (world: World) =>
  until(world, ([first]) => first?.ended === "broken", "the end of a connection that nobody needs");
