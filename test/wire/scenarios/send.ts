/** Calls as generated operations make them. */
import type { ApiPromise } from "../../../templates/client/src/runtime/api-promise.js";
import { anyOf, type Security } from "../../../templates/client/src/runtime/authorise.js";
import { type Call, type CallOptions, makeClient } from "../../../templates/client/src/runtime/client.js";
import type { Client } from "../../../templates/client/src/runtime/client.js";
import type { World } from "./scenario.js";

/** The data of an answer of which nothing else is said. */
export const ada = { name: "Ada" };

/** A client of a scenario's server. */
export function clientOf(world: World, options: CallOptions = {}, schemes: Security["schemes"] = {}): Client {
  return makeClient({ baseUrl: world.origin, userAgent: "scenarios/1", authorise: anyOf({ schemes }) }, options);
}

/** Sends a call: a GET of `/pet`, if nothing else is said. */
export function send(client: Client, changes: Partial<Call> = {}, options: CallOptions = {}): ApiPromise<unknown> {
  return client.send({ operation: "getPet", method: "GET", path: "/pet", ...changes }, options);
}
