import type { Event } from "../schemas/event.js";

/** The body of `subscribeOnEventPostCallback`. */
export type SubscribeOnEventPostCallbackBody = Event;

/**
 * What arrives: the callback `onEvent` of `subscribe`.
 *
 * Something happened.
 *
 * `POST` to `{$request.body#/url}`
 */
export interface SubscribeOnEventPostCallbackInput {
  readonly body: SubscribeOnEventPostCallbackBody;
}

/**
 * The 204 response of `subscribeOnEventPostCallback`.
 *
 * Noted.
 */
export type SubscribeOnEventPostCallbackResponse = undefined;
