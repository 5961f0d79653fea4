/** What an operation says of its stream to the compiler. Types only. */
import type { ApiPromise } from "./api-promise.js";

declare const streamed: unique symbol;

/** What the promise of an operation with a stream has beside its data. Not there at run time. */
export interface Streamed<Item> {
  readonly [streamed]?: { readonly item: Item };
}

/** A call whose answer may be a stream of items: `stream()` gives them one by one. */
export type StreamPromise<Data, Result, Item> = ApiPromise<Data, Result> & Streamed<Item>;

/** Whether the promise of an operation is one of a stream. */
export type IsStreamed<Promised> = typeof streamed extends keyof Promised ? true : false;

/** What `stream` takes; of anything else the compiler says that it is no such thing. */
export type Streaming<Args extends readonly unknown[], Promised> =
  IsStreamed<Promised> extends true ? (...args: Args) => Promised : "has a stream";

/** An item of an operation's stream. */
export type StreamItem<Promised> = Promised extends Streamed<infer Item> ? Item : never;
