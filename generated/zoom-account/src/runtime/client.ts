/** The client: one closure over its options, and the way of a request from its parts to an answer. */
import { type ApiPromise, apiPromise, type Exchange, type Explain } from "./api-promise.js";
import type { Authorise, ByScheme } from "./authorise.js";
import { CallError, type ErrorContext, type ErrorName } from "./call-error.js";
import type { BodyValue, CallContext, Draft, Middleware, Send } from "./draft.js";
import type { FieldError } from "./field-error.js";
import { setHeaders } from "./headers.js";
import { linkSignals, raced } from "./link-signals.js";
import type { Pages } from "./pages.js";
import type { ParseJson, ReadBody } from "./read-json.js";

/** The one thing that operations ask of a client. Its options, credentials included, cannot be read from it. */
export interface ClientOf<Package extends string> {
  /** A type alone, by which the compiler tells clients from others: there is no such member. */
  readonly "~package": Package;
  readonly send: <Data, Result>(call: Call, options?: CallOptions) => ApiPromise<Data, Result>;
}

/** A client, of whichever package. */
export type Client = ClientOf<string>;

/** A credential, or a function that gives one for each request. An empty one counts as none. */
export type Credential<Value = string> = Value | (() => Value | Promise<Value>);

/** What can be set for a client, and again for a call. */
export interface CallOptions<Auth = ByScheme> {
  /** Ends the call; the client's, the call's and the timeout are combined. */
  readonly signal?: AbortSignal;
  /**
   * Milliseconds for the headers of an attempt's answer, and as many for its body from when it is asked for; a stream
   * takes its time. Default, and 0: no limit.
   */
  readonly timeout?: number;
  /** Headers beside, or in place of, those that the client sets; those of a call win over the client's. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The server's URL, in place of the document's. */
  readonly baseUrl?: string;
  /** In place of the global `fetch`. Always called with a URL as text and an init object. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Credentials by the names of the document's security schemes. */
  readonly auth?: Auth;
  /** Sends again what failed: `retry()` of the subpath `retry`. `false` in a call: not this one. */
  readonly retry?: Middleware | false;
  /**
   * How often in a row events of a GET are asked for again where their connection breaks, by `stream()`. Default: 5; 0:
   * an error is thrown at once.
   */
  readonly reconnects?: number;
  /** What stands around each attempt, the first one outermost: hooks, a logger. Those of a call come after the client's. */
  readonly use?: readonly Middleware[];
}

/** A request of one operation, before it is encoded. */
export interface Call {
  readonly operation: string;
  readonly method: string;
  /** The path template, for messages; also the path, where `encode` gives none. */
  readonly path: string;
  /** The server's URL, where the operation has one of its own. */
  readonly baseUrl?: string;
  /** Alternatives, each a list of schemes that are needed together. */
  readonly security?: readonly (readonly string[])[];
  readonly accept?: string;
  readonly contentType?: string;
  /** The statuses that the document has for a success; an empty list: any. Default: 200. */
  readonly success?: readonly number[];
  /**
   * The parts that depend on the input. Whatever it throws becomes an `EncodingError`, of a `FieldError` with its field.
   * It is told the server's URL, without a slash at its end.
   */
  readonly encode?: (baseUrl: string) => EncodedCall;
  /** Reads the body of an answer. Default: as JSON. */
  readonly read?: ReadBody;
  /** Reads the JSON of answers in place of `JSON.parse`. */
  readonly parse?: ParseJson;
  /** The streams that a success may be: `stream()` reads them; awaited, the data is something else. */
  readonly streams?: readonly StreamContent[];
  /** What each item of a stream becomes. */
  readonly check?: (item: unknown) => unknown;
  /** Takes a success before its body is read. */
  readonly open?: (opened: Opened) => unknown;
  /** How it is paginated; only `paginate` reads it. */
  readonly pages?: Pages;
}

/** A media type of a success that is a stream. */
export interface StreamContent {
  readonly type: string;
  readonly as: "lines" | "sequence" | "events";
  /** Whether the data of events is JSON; it is text otherwise. */
  readonly isJson?: boolean;
  /** The names of events for which the opposite is true. */
  readonly others?: readonly string[];
  /** In place of `JSON.parse`. */
  readonly parse?: (text: string, event: string) => unknown;
}

/** A success whose body is not read yet. */
export interface Opened extends Exchange {
  readonly response: Response;
  /** To be called when it is over. */
  readonly release: () => void;
}

/** What an input becomes. */
export interface EncodedCall {
  readonly path?: string;
  /** Without `?`. */
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: BodyValue | null | undefined;
  /** In place of the call's, where it depends on the body: a boundary, a choice of the caller. */
  readonly contentType?: string | undefined;
  /** Credentials that the input has: by scheme. They are not sent again. */
  readonly given?: ByScheme;
}

/** What the document says about its servers and security. */
export interface ClientSetup {
  readonly baseUrl: string;
  /** Where there are security schemes. */
  readonly authorise?: Authorise;
  /** Sent where the platform is no browser: there it would ask servers for permission. */
  readonly userAgent: string;
  /** Throws for a URL that cannot be sent. */
  readonly check?: (url: string, fetch: CallOptions["fetch"]) => void;
}

/**
 * Makes a client.
 * @param setup what the document says
 * @param defaults the caller's options, for every call
 */
export function makeClient<Package extends string>(setup: ClientSetup, defaults: CallOptions): ClientOf<Package> {
  const client: Pick<Client, "send"> = {
    send(call, options = {}) {
      const { operation, method, security = [] } = call;
      const {
        baseUrl: server = defaults.baseUrl ?? call.baseUrl ?? setup.baseUrl,
        fetch: own = defaults.fetch,
        timeout = defaults.timeout ?? 0,
        retry = defaults.retry,
        reconnects = defaults.reconnects ?? 5,
      } = options;
      const baseUrl = server.replace(/\/+$/, "");
      const url = (baseUrl + call.path).replace(/\/\/[^/]*@/, "//").replace(/[?#].*/s, "");
      const context: ErrorContext = { operation, method, url };
      const signals = [defaults.signal, options.signal].filter((signal): signal is AbortSignal => signal != null);
      // Looked up at each call: others may have put something in its place.
      const request = own ?? ((...args) => fetch(...args));
      let controller = new AbortController();
      /** Of the last attempt. */
      let limit = 0;

      const explain: Explain = (cause, name, details) => {
        if (cause instanceof CallError) return cause;
        const ended = [controller.signal, ...signals].find(({ aborted }) => aborted);
        // A library's error of that name may have the request with it; a platform's has nothing.
        const reason: unknown = ended ? ended.reason : cause instanceof DOMException && cause;
        const isLate = (reason as Partial<Error> | undefined)?.name === "TimeoutError";
        if (isLate) return new CallError("TimeoutError", context, "no answer in time", { cause: reason });
        if (ended) return new CallError("AbortError", context, "aborted", { cause: reason });
        const { message = cause, field } = Object(cause) as Partial<FieldError>;
        const isSaid = name !== "ConnectionError";
        const why = isSaid ? String(message) : `no answer from ${url}`;
        // Some runtimes quote the URL, with its query or user info, and some libraries attach the whole request.
        const isKept =
          (isSaid && name !== "AuthError") || (isSafe(cause) && !Object.keys(Object(cause) as object).length);
        return new CallError(name, context, why, { ...(isKept && { cause }), ...(field && { field }), ...details });
      };

      const exchange = async (): Promise<Response> => {
        let stage: ErrorName = "EncodingError";
        try {
          const encoded = call.encode?.(baseUrl) ?? {};
          const { path = call.path, query, headers, body = null, contentType = call.contentType } = encoded;
          const draft: Draft = {
            url: baseUrl + path + (query ? (path.includes("?") ? "&" : "?") + query : ""),
            method,
            body,
            headers: new Headers({
              accept: call.accept ?? "application/json",
              ...("process" in globalThis && { "user-agent": setup.userAgent }),
            }),
            redirect: "follow",
            duplex: "half",
            timeout,
            secrets: new Set(),
            wraps: new Set(),
          };
          setup.check?.(draft.url, own);
          // FormData has a content type of its own, with its boundary.
          const isTyped = body !== null && contentType && !(body instanceof FormData);
          setHeaders(draft, { ...(isTyped && { "content-type": contentType }), ...headers });
          stage = "AuthError";
          const auth = { __proto__: null, ...defaults.auth, ...options.auth };
          const credentials = { auth, given: { __proto__: null, ...encoded.given } };
          if (security.length)
            await setup.authorise?.(draft, security, credentials, { fetch: request, baseUrl, signals });
          stage = "EncodingError";
          const others = { ...defaults.headers, ...options.headers };
          setHeaders(draft, others);
          for (const name in others)
            if (secretName.test(name)) {
              draft.secrets.add(name);
              draft.redirect = "manual";
            }
          stage = "ConnectionError";
          const about: CallContext = { ...context, signals, explain: (cause) => explain(cause, "ConnectionError") };
          const attempt: Middleware = (next) => (each) => {
            controller = new AbortController();
            limit = each.timeout;
            return raced(controller, signals, limit, () => next(each)).catch((cause: unknown) => {
              throw about.explain(cause);
            });
          };
          const layers = [retry, ...(defaults.use ?? []), ...(options.use ?? []), attempt, ...draft.wraps];
          const last: Send = ({ url: target, ...init }) => request(target, { ...init, signal: controller.signal });
          return await layers.reduceRight((next, layer) => (layer ? layer(next, about) : next), last)(draft);
        } catch (cause) {
          throw explain(cause, stage);
        }
      };
      // Whatever the work does: what a caller's function takes, or a `fetch` that heeds no signal.
      const answer = raced(new AbortController(), signals, 0, exchange).catch((cause: unknown) => {
        const error = explain(cause, "ConnectionError");
        // An answer may have come in the meantime, which nobody gets.
        controller.abort(error);
        throw error;
      });
      const link = (isTimed?: boolean) => linkSignals(controller, signals, isTimed ? limit : 0);
      return apiPromise({ call, context, signals, answer, explain, link, reconnects });
    },
  };
  // What it lacks is a type alone.
  return client as ClientOf<Package>;
}

/** Headers that seem to have a credential, but for the one that `fetch` itself takes to no other origin. */
const secretName = /auth(?!orization$)|cookie|key|token|secret|session|passw/i;

/** Whether neither an error nor its causes quote a query or user info. */
function isSafe(error: unknown): boolean {
  const { message = error, cause } = Object(error) as Partial<Error>;
  return !/[?@]/.test(String(message)) && (!cause || isSafe(cause));
}
