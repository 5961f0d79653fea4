/** The client: one closure over its options, and the way of a request from its parts to an answer. */
import { ApiPromise } from "./api-promise.js";
import {
  AbortError,
  AuthError,
  CallError,
  ConnectionError,
  EncodingError,
  type ErrorContext,
  type ErrorKind,
  type Explain,
  TimeoutError,
} from "./errors.js";
import { setHeader } from "./headers.js";
import type { Pages } from "./pages.js";
import type { ParseJson } from "./response-body.js";

/** The one thing that operations ask of a client. Its options, credentials included, cannot be read from it. */
export interface Client {
  readonly send: <Data, Result>(call: Call, options?: CallOptions) => ApiPromise<Data, Result>;
}

/** A credential, or a function that gives one for each request. An empty one counts as none. */
export type Credential = string | (() => string | Promise<string>);

/** What can be set for a client, and again for a call. */
export interface CallOptions<Auth = Readonly<Record<string, Credential | undefined>>> {
  /** Ends the call; the client's, the call's and the timeout are combined. */
  readonly signal?: AbortSignal;
  /**
   * Milliseconds until a call is given up whose answer is not complete; of an answer that is streamed, whose headers are
   * not there. Default, and 0: no limit.
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
  /**
   * The parts that depend on the input. Whatever it throws becomes an `EncodingError`, of a `FieldError` with its field.
   * It is told the server's URL, without a slash at its end.
   */
  readonly encode?: (baseUrl: string) => EncodedCall;
  /** Gives the data of a success that is streamed; undefined for one that is read as a whole, as all are without this. */
  readonly read?: (response: Response, explain: Explain) => unknown;
  /** Reads the JSON of answers in place of `JSON.parse`. */
  readonly parse?: ParseJson;
  /** How it is paginated; only `paginate` reads it. */
  readonly pages?: Pages;
}

export interface EncodedCall {
  readonly path?: string;
  /** Without `?`. */
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: BodyValue | null | undefined;
  /** In place of the call's, where it depends on the body: a boundary, a choice of the caller. */
  readonly contentType?: string | undefined;
  /** Credentials that the input has: by scheme. They are not sent again. */
  readonly given?: Readonly<Record<string, unknown>>;
  /** Those of them that stand in the query: no redirect takes them along. */
  readonly givenInQuery?: Readonly<Record<string, unknown>>;
}

/** What `fetch` takes as a body. */
export type BodyValue = string | ArrayBuffer | Blob | FormData | ReadableStream<Uint8Array>;

/** A request that security schemes put their credentials into. */
export interface Draft {
  url: string;
  readonly headers: Headers;
  body: BodyValue | null;
  /** `manual` where a redirect to another origin would take a credential along; the redirect is then the answer. */
  redirect: "follow" | "manual";
  /** Without it, `fetch` refuses a body that is a stream; for any other it says nothing. */
  readonly duplex: "half";
}

/** Puts a credential where its scheme says. */
export type Scheme = (draft: Draft, credential: string) => void;

/** What the document says about its servers and security. */
export interface ClientSetup {
  readonly baseUrl: string;
  readonly schemes: Readonly<Record<string, Scheme>>;
}

/** What `AbortSignal` has, and what the types of TypeScript 5.4 do not know. */
interface SignalMaker {
  readonly any: (signals: readonly AbortSignal[]) => AbortSignal;
}

/**
 * Makes a client.
 * @param setup what the document says
 * @param defaults the caller's options, for every call
 */
export function makeClient(setup: ClientSetup, defaults: CallOptions): Client {
  return {
    send<Data, Result>(call: Call, options: CallOptions = {}) {
      const { operation, method } = call;
      const baseUrl = (options.baseUrl ?? defaults.baseUrl ?? call.baseUrl ?? setup.baseUrl).replace(/\/+$/, "");
      const url = (baseUrl + call.path).replace(/\/\/[^/]*@/, "//").replace(/[?#].*/s, "");
      const context: ErrorContext = { operation, method, url };
      let isSecret = url !== baseUrl + call.path;
      let signal: AbortSignal | undefined;

      const explain: Explain = (cause, Kind) => {
        if (cause instanceof CallError) return cause;
        if (signal?.aborted) {
          const reason: unknown = signal.reason;
          return reason instanceof Error && reason.name === "TimeoutError"
            ? new TimeoutError(context, "no answer in time", { cause: reason })
            : new AbortError(context, "aborted", { cause: reason });
        }
        // Some runtimes quote the whole URL in what they throw, some libraries attach the whole request.
        const isSafe = !isSecret && Object.keys(Object(cause) as object).length === 0;
        if (Kind === ConnectionError) return new Kind(context, `no answer from ${url}`, isSafe ? { cause } : {});
        return new Kind(context, cause instanceof Error ? cause.message : String(cause), { cause });
      };

      const exchange = async (): Promise<Response> => {
        let stage: ErrorKind = EncodingError;
        try {
          const encoded = call.encode?.(baseUrl) ?? {};
          const { path = call.path, query = "", headers, body = null, contentType = call.contentType } = encoded;
          const sentTo = baseUrl + path + (query && (path.includes("?") ? "&" : "?") + query);
          const draft: Draft = {
            url: sentTo,
            headers: new Headers({ accept: call.accept ?? "application/json" }),
            body,
            redirect: "follow",
            duplex: "half",
          };
          // FormData has a content type of its own, with its boundary.
          if (body !== null && contentType && !(body instanceof FormData))
            draft.headers.set("content-type", contentType);
          setHeaders(draft, headers);
          stage = AuthError;
          await authorise(draft, setup.schemes, call.security, { ...defaults.auth, ...options.auth }, encoded);
          isSecret ||= draft.url !== sentTo;
          stage = EncodingError;
          setHeaders(draft, defaults.headers);
          setHeaders(draft, options.headers);
          const timeout = options.timeout ?? defaults.timeout;
          const timer = timeout ? AbortSignal.timeout(timeout) : undefined;
          const limit = new AbortController();
          if (timer)
            timer.onabort = () => {
              limit.abort(timer.reason);
            };
          const signals = [defaults.signal, options.signal, timer && limit.signal];
          const present = signals.filter((each): each is AbortSignal => each !== undefined);
          signal = present.length > 1 ? (AbortSignal as unknown as SignalMaker).any(present) : present[0];
          const own = options.fetch ?? defaults.fetch;
          // Pages and workers have a location that a URL without a host is relative to.
          if (!own && !("location" in globalThis) && !/^[a-z][a-z\d+.-]*:/i.test(draft.url))
            throw new TypeError("the server's URL has no host: pass baseUrl");
          stage = ConnectionError;
          const { url: target, ...init } = draft;
          const send = own ?? fetch;
          const response = await send(target, { method, ...init, signal: signal ?? null });
          // Nobody knows how long a stream goes on.
          if (timer && call.read && response.ok) timer.onabort = null;
          return response;
        } catch (cause) {
          throw explain(cause, stage);
        }
      };
      return new ApiPromise<Data, Result>(context, exchange(), explain, call.read, call.parse);
    },
  };
}

function setHeaders({ headers }: Draft, added: EncodedCall["headers"] = {}): void {
  for (const [name, value] of Object.entries(added)) if (value !== undefined) setHeader(headers, name, value);
}

/** Applies the first alternative whose credentials are all there; one that needs none is the last resort. */
async function authorise(
  draft: Draft,
  schemes: ClientSetup["schemes"],
  alternatives: Call["security"] = [],
  auth: NonNullable<CallOptions["auth"]>,
  { given = {}, givenInQuery = {} }: EncodedCall,
): Promise<void> {
  const isIn = (values: Readonly<Record<string, unknown>>, name: string) =>
    Object.hasOwn(values, name) && values[name] != null;
  const met = alternatives.filter((names) =>
    names.every((name) => isIn(given, name) || isIn(givenInQuery, name) || (Object.hasOwn(auth, name) && auth[name])),
  );
  const chosen = met.find(({ length }) => length) ?? met[0] ?? [];
  if (alternatives.length > 0 && met.length === 0)
    throw new TypeError(`no credentials for ${alternatives.map((names) => names.join(" and ")).join(" or ")}`);
  for (const name of chosen) {
    const credential = auth[name] ?? "";
    if (isIn(given, name)) draft.redirect = "manual";
    else if (!isIn(givenInQuery, name))
      schemes[name]?.(draft, typeof credential === "function" ? await credential() : credential);
  }
}
