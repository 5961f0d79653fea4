/** The client: one closure over its options, and the way of a request from its parts to an answer. */
import { ApiPromise } from "./api-promise.js";
import {
  ApiError,
  AbortError,
  AuthError,
  ConnectionError,
  EncodingError,
  type ErrorContext,
  ResponseError,
  TimeoutError,
} from "./errors.js";

/** The one thing that operations ask of a client. Its options, credentials included, cannot be read from it. */
export interface Client {
  readonly send: <Data, Result>(call: Call, options?: CallOptions) => ApiPromise<Data, Result>;
}

/** A credential, or a function that gives one for each request. */
export type Credential = string | (() => string | Promise<string>);

/** What can be set for a client, and again for a call. */
export interface CallOptions<Auth = Readonly<Record<string, Credential | undefined>>> {
  /** Ends the call; combined with the timeout. */
  readonly signal?: AbortSignal;
  /** Milliseconds until a call without an answer is given up. Default: none. */
  readonly timeout?: number;
  /** Headers beside, or in place of, those that the client sets. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The server's URL, in place of the document's. */
  readonly baseUrl?: string;
  /** In place of the global `fetch`. Always called with a URL as text and an init object. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Credentials by the names of the document's security schemes. */
  readonly auth?: Auth;
}

/** A request of one operation, before it is encoded. */
export interface Call {
  readonly operation: string;
  readonly method: string;
  /** The path template, for messages; also the path, where `encode` gives none. */
  readonly path: string;
  /** Alternatives, each a list of schemes that are needed together. */
  readonly security?: readonly (readonly string[])[];
  readonly accept?: string;
  readonly contentType?: string;
  /** The parts that depend on the input. May throw a `TypeError`, which becomes an `EncodingError`. */
  readonly encode?: () => EncodedCall;
}

export interface EncodedCall {
  readonly path?: string;
  /** Without `?`. */
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string | ArrayBuffer | Blob | FormData | undefined;
  /** Credentials that the input has: by scheme. They are not sent again. */
  readonly given?: Readonly<Record<string, unknown>>;
}

/** A request that security schemes put their credentials into. */
export interface Draft {
  url: string;
  readonly headers: Headers;
  body: EncodedCall["body"];
}

/** Puts a credential where its scheme says. */
export type Scheme = (draft: Draft, credential: string) => void;

/** What the document says about its servers and security. */
export interface ClientSetup {
  readonly baseUrl: string;
  readonly schemes: Readonly<Record<string, Scheme>>;
}

/**
 * Makes a client.
 * @param setup what the document says
 * @param defaults the caller's options, for every call
 */
export function makeClient(setup: ClientSetup, defaults: CallOptions): Client {
  return {
    send<Data, Result>(call: Call, options: CallOptions = {}) {
      const url = withoutQuery(join(options.baseUrl ?? defaults.baseUrl ?? setup.baseUrl, call.path));
      const context: ErrorContext = { operation: call.operation, method: call.method, url };
      return new ApiPromise<Data, Result>({
        response: exchange(setup, defaults, options, call, context),
        read: (response) => readBody(response, context),
        fail: (response, body) => new ApiError(context, response, body),
      });
    },
  };
}

async function exchange(
  setup: ClientSetup,
  defaults: CallOptions,
  options: CallOptions,
  call: Call,
  context: ErrorContext,
): Promise<Response> {
  let encoded: EncodedCall;
  try {
    encoded = call.encode?.() ?? {};
  } catch (error) {
    throw new EncodingError(context, error instanceof Error ? error.message : String(error), error);
  }
  const path = join(options.baseUrl ?? defaults.baseUrl ?? setup.baseUrl, encoded.path ?? call.path);
  const draft: Draft = {
    url: encoded.query ? `${path}?${encoded.query}` : path,
    headers: headersOf(call, encoded, defaults, options),
    body: encoded.body,
  };
  const hasCredentials = await authorise(
    draft,
    setup.schemes,
    call,
    encoded,
    { ...defaults.auth, ...options.auth },
    context,
  );
  const timeout = options.timeout ?? defaults.timeout;
  const signals = [defaults.signal, options.signal, timeout === undefined ? undefined : AbortSignal.timeout(timeout)];
  const present = signals.filter((signal) => signal !== undefined);
  const init: RequestInit = { method: call.method, headers: draft.headers };
  if (draft.body !== undefined) init.body = draft.body;
  // A redirect may lead to another origin, and would take a credential in the body or in a header of its own along.
  if (hasCredentials) init.redirect = "manual";
  const [first, second] = present;
  if (first !== undefined) init.signal = second === undefined ? first : AbortSignal.any(present);
  const send = options.fetch ?? defaults.fetch ?? globalThis.fetch;
  try {
    return await send(draft.url, init);
  } catch (error) {
    throw failure(error, timeout, [defaults.signal, options.signal], context);
  }
}

function failure(
  error: unknown,
  timeout: number | undefined,
  signals: readonly (AbortSignal | undefined)[],
  context: ErrorContext,
): Error {
  const aborted = signals.find((signal) => signal?.aborted);
  if (aborted !== undefined) return new AbortError(context, "the call was aborted", aborted.reason);
  if (error instanceof Error && error.name === "TimeoutError") {
    return new TimeoutError(context, `no answer within ${String(timeout)} ms`, error);
  }
  return new ConnectionError(context, "no connection to the server", error);
}

function headersOf(call: Call, encoded: EncodedCall, defaults: CallOptions, options: CallOptions): Headers {
  const headers = new Headers({ accept: call.accept ?? "application/json" });
  if (encoded.body !== undefined && call.contentType !== undefined) headers.set("content-type", call.contentType);
  for (const source of [encoded.headers, defaults.headers, options.headers]) {
    for (const [name, value] of Object.entries(source ?? {})) if (value !== undefined) headers.set(name, value);
  }
  return headers;
}

/** Applies the first alternative whose credentials are all there. Says whether there was any. */
async function authorise(
  draft: Draft,
  schemes: ClientSetup["schemes"],
  call: Call,
  encoded: EncodedCall,
  auth: NonNullable<CallOptions["auth"]>,
  context: ErrorContext,
): Promise<boolean> {
  const alternatives = call.security ?? [];
  const isGiven = (scheme: string) => encoded.given?.[scheme] != null;
  const met = alternatives.find((names) => names.every((name) => isGiven(name) || auth[name] !== undefined));
  if (met === undefined) {
    if (alternatives.length === 0) return false;
    const wanted = alternatives.map((names) => names.join(" and ")).join(", or ");
    throw new AuthError(context, `no credentials were configured for ${wanted}`);
  }
  for (const name of met) {
    const credential = auth[name];
    if (isGiven(name) || credential === undefined) continue;
    schemes[name]?.(draft, typeof credential === "function" ? await credential() : credential);
  }
  return met.length > 0;
}

async function readBody(response: Response, context: ErrorContext): Promise<unknown> {
  const type = (response.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const isJson = type === "application/json" || type.endsWith("+json");
  try {
    if (type !== "" && !isJson && !type.startsWith("text/") && !type.endsWith("xml")) return await response.blob();
    const text = await response.text();
    if (text === "") return undefined;
    return isJson ? (JSON.parse(text) as unknown) : text;
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new ResponseError(
        context,
        `the answer with status ${response.status} is not the JSON that it says it is`,
        error,
      );
    throw new ConnectionError(context, "the connection broke while the answer was read", error);
  }
}

function join(baseUrl: string, path: string): string {
  return baseUrl.replace(/\/+$/, "") + path;
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, "").replace(/\/\/[^/@]*@/, "//");
}
