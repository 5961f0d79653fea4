/** What an application does at each attempt of a call. */
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
    let request = draft;
    const origin = originOf(draft.url);
    for (const hook of listOf(onRequest)) request = (await hook(request, context)) ?? request;
    if (draft.secrets.size > 0 && originOf(request.url) !== origin)
      throw context.explain(new TypeError(`a hook may take credentials to no other origin than ${origin}`));
    let answer: Response | Error;
    try {
      answer = await next(request);
    } catch (error) {
      // The client throws nothing else.
      answer = error as Error;
      for (const hook of listOf(onError))
        if (answer instanceof Error) answer = (await hook(answer, request, context)) ?? answer;
    }
    if (answer instanceof Error) throw answer;
    for (const hook of listOf(onResponse)) answer = (await hook(answer, request, context)) ?? answer;
    return answer;
  };
}

/** Of a URL without a host: that of the page. */
function originOf(url: string): string {
  const { location } = globalThis as { readonly location?: { readonly href: string } };
  return new URL(url, location?.href ?? "http://localhost").origin;
}

function listOf<Value>(hooks: OneOrMore<Value> = []): readonly Value[] {
  return Array.isArray(hooks) ? (hooks as readonly Value[]) : [hooks as Value];
}
