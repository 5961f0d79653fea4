/** What an application does at each attempt of a call. */
import { CallError } from "./call-error.js";
import type { CallContext, Draft, Middleware } from "./draft.js";

/** What it returns takes the place of what it got; nothing leaves that as it is. */
type Hook<Args extends readonly unknown[], Value> =
  | ((...args: Args) => Value | undefined | Promise<Value | undefined>)
  | ((...args: Args) => Promise<void>)
  | ((...args: Args) => void);
type OneOrMore<Value> = Value | readonly Value[];

/** What may be done at an attempt; several are called one after the other. What they return replaces what they got. */
export interface Hooks {
  /** Before the request is sent. It has its credentials, which go to its own origin alone. */
  readonly onRequest?: OneOrMore<Hook<[request: Draft, context: CallContext], Draft>>;
  /** When the headers of the answer are there. A body that is read here is to be read from a `clone()`. */
  readonly onResponse?: OneOrMore<Hook<[response: Response, request: Draft, context: CallContext], Response>>;
  /** When there is no answer. An answer may take the error's place. */
  readonly onError?: OneOrMore<Hook<[error: Error, request: Draft, context: CallContext], Error | Response>>;
}

/** Makes a middleware of hooks, for the option `use`. */
export function hooks({ onRequest, onResponse, onError }: Hooks): Middleware {
  return (next, context) => async (draft) => {
    const origin = originOf(draft.url);
    const stay = ({ url, secrets }: Draft) => {
      if (secrets.size > 0 && originOf(url) !== origin)
        throw new TypeError(`may take credentials to no other origin than ${origin}`);
    };
    const request = await pass(context, [onRequest, stay], draft, context);
    let answer: Response | Error;
    try {
      answer = await next(request);
    } catch (error) {
      // The client throws nothing else.
      answer = await pass(context, [onError], error as Response | Error, request, context);
    }
    if (answer instanceof Error) throw answer;
    return pass(context, [onResponse], answer, request, context);
  };
}

type AnyHook = (...args: readonly unknown[]) => unknown;

/** Calls hooks, one after the other, as long as there is an error, or none. */
async function pass<Value>(
  context: CallContext,
  hooks: readonly unknown[],
  first: Value,
  ...others: readonly unknown[]
): Promise<Value> {
  let value = first;
  // The types of `Hooks` say what each is called with, and what it gives.
  for (const hook of hooks.flat() as readonly (AnyHook | undefined)[])
    try {
      if (value instanceof Error === first instanceof Error)
        value = ((await hook?.(value, ...others)) as Value | undefined) ?? value;
    } catch (thrown) {
      const error = context.explain(thrown);
      // An abort, or an error of a call that the hook makes.
      if (error === thrown || error.name !== "ConnectionError") throw error;
      // It is not kept where it may quote a credential.
      const { cause } = error;
      const { message = cause } = Object(cause) as Partial<Error>;
      const why = cause ? `: ${String(message)}` : "";
      throw new CallError("ConnectionError", context, `a hook failed${why}`, cause ? { cause } : {});
    }
  return value;
}

/** Of a URL without a host: that of the page. */
function originOf(url: string): string {
  const { location } = globalThis as { readonly location?: { readonly href: string } };
  return new URL(url, location?.href ?? "http://localhost").origin;
}
