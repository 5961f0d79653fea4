import type { Event } from "../schemas/event.js";

/** The body of `relayAgainCallback`. */
export type RelayAgainCallbackBody = Event;

/**
 * What arrives: the callback `again` of `relay`.
 *
 * `POST` to `{$request.body#/next}`
 */
export interface RelayAgainCallbackInput {
  readonly body?: RelayAgainCallbackBody;
}

/**
 * The 202 response of `relayAgainCallback`.
 *
 * Passed on.
 */
export type RelayAgainCallbackResponse = undefined;
