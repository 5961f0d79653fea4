/** A request on its way: what security schemes and middleware see and may change. */

/** What `fetch` takes as a body. */
export type BodyValue = string | ArrayBuffer | Blob | FormData | ReadableStream<Uint8Array>;

/** A request that was encoded, and not sent yet. */
export interface Draft {
  url: string;
  method: string;
  readonly headers: Headers;
  body: BodyValue | null;
  /** `manual` where a redirect to another origin would take a credential along. */
  redirect: "follow" | "manual";
  /** Without it, `fetch` refuses a body that is a stream; for any other it says nothing. */
  readonly duplex: "half";
  /** Milliseconds until an attempt is given up; 0: no limit. */
  timeout: number;
  /** What has a credential: names of headers, of query parameters, of form fields. */
  readonly secrets: Set<string>;
  /** What security schemes do when the request is sent. */
  readonly wraps: Set<Middleware>;
}

/** Sends a request; may be called again, with a draft of its own. */
export type Send = (draft: Draft) => Promise<Response>;

/** What a call is about, whatever becomes of its request. */
export interface CallContext {
  /** The operation's name in the document. */
  readonly operation: string;
  readonly method: string;
  /** The server and the path template, without credentials. */
  readonly url: string;
  /** The caller's signals. */
  readonly signals: readonly AbortSignal[];
  /** Makes an error of what was thrown, unless it is one. */
  readonly explain: (cause: unknown) => Error;
}

/** Stands around the sending of requests: may change them, send them again, answer in place of the server. */
export type Middleware = (next: Send, context: CallContext) => Send;

/** What a security scheme may need to get a credential. */
export interface SchemeContext {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly baseUrl: string;
  /** The caller's signals, which end waiting for a credential too. */
  readonly signals: readonly AbortSignal[];
}

/** Puts a credential where its scheme says; it is null where the input has one, which stands there already. */
export type Scheme<Credential = string> = (
  draft: Draft,
  credential: Credential | null,
  context: SchemeContext,
) => void | Promise<void>;
