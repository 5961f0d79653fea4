/** What scenarios expect: a few words in place of a test runner's. */
import type { CallError } from "../../../templates/client/src/runtime/call-error.js";
import type { Recorded } from "./answer.js";
import type { World } from "./scenario.js";

/** The credential of all scenarios: it is in no error. */
export const secret = "s3cret-of-all-scenarios";

/** Throws where two values are not written as the same JSON; `undefined` is told from what is missing. */
export function equal(actual: unknown, expected: unknown, what = ""): void {
  const [left, right] = [actual, expected].map((value) =>
    JSON.stringify(value, (_, each: unknown) => (each === undefined ? "(undefined)" : each)),
  );
  if (left !== right) throw new Error(`${what && `${what}: `}got ${String(left)} in place of ${String(right)}`);
}

/** Throws where something is not true. */
export function holds(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(what);
}

/** What a call throws: one of these kinds, without the secret. */
export async function failure(
  call: PromiseLike<unknown>,
  ...kinds: readonly { new (...args: never): CallError }[]
): Promise<CallError> {
  let value: unknown;
  try {
    value = await call;
  } catch (error) {
    const names = kinds.map(({ name }) => name).join(" or ");
    const kind = kinds.find((each) => error instanceof each);
    if (!kind) throw new Error(`threw no ${names}: ${textOf(error)}`, { cause: error });
    holds(!textOf(error).includes(secret), `the error has the secret: ${textOf(error)}`);
    // As has just been seen.
    return error as CallError;
  }
  throw new Error(`threw nothing: ${JSON.stringify(value)}`);
}

/** All text in an error and its causes that a log may show. */
function textOf(error: unknown, depth = 0): string {
  if (typeof error !== "object" || error === null || depth > 5) return String(error);
  const members = Object.getOwnPropertyNames(error).map((name) => Reflect.get(error, name) as unknown);
  return [...(error instanceof Error ? [String(error)] : []), ...members.map((each) => textOf(each, depth + 1))].join(
    "\n",
  );
}

/** Waits until the records of a world are as they should be. How long that takes is not to the point. */
export async function until(
  world: Pick<World, "recorded">,
  isReached: (recorded: readonly Recorded[]) => boolean,
  what: string,
): Promise<readonly Recorded[]> {
  for (let attempt = 0; attempt < 1000; attempt++) {
    const recorded = await world.recorded();
    if (isReached(recorded)) return recorded;
    await pause(20);
  }
  throw new Error(`never came: ${what}; there is ${JSON.stringify(await world.recorded()).slice(0, 2000)}`);
}

export async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
