/** The promise that every operation returns. */
import { CallError, type ErrorContext, type ErrorDetails, type ErrorName } from "./call-error.js";
import type { Call } from "./client.js";
import type {
  ApiError,
  AbortError,
  AuthError,
  ConnectionError,
  EncodingError,
  ResponseError,
  TimeoutError,
} from "./errors.js";
import { readJson } from "./read-json.js";

/** Headers that the document describes, in lower case: whether each is there. */
export type KnownHeaders = Readonly<Record<string, string | null>>;

/** The headers of an answer; `get` knows the names of those that the document describes. */
export interface TypedHeaders<Known extends KnownHeaders = KnownHeaders> extends Headers {
  get<Name extends keyof Known & string>(name: Name): Known[Name];
  get(name: string): string | null;
}

/** A documented success. */
export interface Success<Status extends number, Data, Known extends KnownHeaders = KnownHeaders> {
  readonly ok: true;
  readonly status: Status;
  readonly data: Data;
  readonly headers: TypedHeaders<Known>;
  /**
   * The answer; its body has been read. `response()` of the call gives one with an unread body. Where the data is a
   * stream, both give this answer, and whoever iterates the data reads its body.
   */
  readonly response: Response;
}

/** An answer with an error status; `error` is its parsed body. */
export interface Failure<Status extends number, Body, Known extends KnownHeaders = KnownHeaders> {
  readonly ok: false;
  readonly status: Status;
  readonly error: Body;
  readonly headers: TypedHeaders<Known>;
  /** The answer; its body has been read. `response()` of the call gives one with an unread body. */
  readonly response: Response;
}

/**
 * No answer, or one that is not what the document says, such as a success of a status that it does not have. The error
 * says why, by its class or its `name`.
 */
export interface NotSent {
  readonly ok: false;
  readonly status: null;
  readonly error: CallFailure;
}

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type ToNumber<Text extends string> = Text extends `${infer Value extends number}` ? Value : never;

/** The statuses 200 to 299, one by one: only so can a status be told from the others by comparing. */
export type SuccessStatus = ToNumber<`2${Digit}${Digit}`>;

/** The statuses 300 to 399, one by one. */
export type RedirectStatus = ToNumber<`3${Digit}${Digit}`>;

/** The statuses 400 to 499, one by one. */
export type ClientErrorStatus = ToNumber<`4${Digit}${Digit}`>;

/** The statuses 500 to 599, one by one. */
export type ServerErrorStatus = ToNumber<`5${Digit}${Digit}`>;

/** Every status of an answer that is no success. */
export type ErrorStatus = RedirectStatus | ClientErrorStatus | ServerErrorStatus;

/** What `result()` may resolve to, before an operation says it more closely. */
export type AnyResult = Success<number, unknown> | Failure<number, unknown> | NotSent;

/** Makes an error of what was thrown: of this kind, unless the call was aborted. */
export type Explain = (cause: unknown, name: ErrorName, details?: ErrorDetails) => CallError;

/** The error of a call without a documented answer; its `name` says which. */
export type CallFailure = ConnectionError | TimeoutError | AbortError | EncodingError | AuthError | ResponseError;

/** What a call may throw: an `ApiError` with a body that the document describes, or one of the others. */
export type ErrorOf<Result> =
  Result extends Failure<infer Status, infer Body>
    ? ApiError & { readonly status: Status; readonly body: Body }
    : Result extends NotSent
      ? Result["error"]
      : never;

/**
 * A call that was sent. Awaiting it gives the data or throws; one request is made, however it is consumed, and the
 * body is read when the data is asked for.
 */
export interface ApiPromise<Data, Result = AnyResult> extends Promise<Data> {
  /** The outcome as a value: never throws, narrows by `ok` and `status`. */
  readonly result: () => Promise<Result>;
  /** As that of a promise; what was thrown has a type. */
  readonly catch: <Rejected = never>(
    onRejected?: ((reason: ErrorOf<Result>) => Rejected | PromiseLike<Rejected>) | null,
  ) => Promise<Data | Rejected>;
  /**
   * The raw answer, whatever its status, its body unread, also after the data was asked for. Asked for first, the body
   * is buffered nowhere and can be streamed; the data can then be had as long as the body has not been read.
   */
  readonly response: () => Promise<Response>;
  /** The data, or an error, as awaiting gives it; beside it the answer, its body unread. */
  readonly withResponse: () => Promise<{ readonly data: Data; readonly response: Response }>;
}

/** A call that is under way. */
export interface Exchange {
  readonly call: Call;
  readonly context: ErrorContext;
  /** Rejects where there is none. */
  readonly answer: Promise<Response>;
  readonly explain: Explain;
  /** The caller's. */
  readonly signals: readonly AbortSignal[];
  /** Ends the request with these, and in the time that an attempt has, until what it returns is called. */
  readonly link: (isTimed?: boolean) => () => void;
  /** How often an answer may be asked for again. */
  readonly reconnects: number;
}

/** Lets go of the caller's signals when the body of an answer is gone that the caller was given. Some platforms lack it. */
const collected =
  "FinalizationRegistry" in globalThis
    ? new FinalizationRegistry<() => void>((release) => {
        release();
      })
    : undefined;

/** Makes the promise of a call. */
export function apiPromise<Data, Result>(exchange: Exchange): ApiPromise<Data, Result> {
  const { call, context, answer, explain, link } = exchange;
  /** The answer, once the caller has it: its body is the caller's. */
  let handedOut: Response | undefined;
  let bytes: Promise<ArrayBuffer> | undefined;
  let outcome: Promise<AnyResult> | undefined;
  /** What awaiting throws, where the outcome is no success. */
  let thrown: CallError | undefined;

  const read = async (): Promise<AnyResult> => {
    let response: Response | undefined;
    let own: ArrayBuffer | undefined;
    try {
      response = handedOut?.clone() ?? (await answer);
      const { ok, status, headers } = response;
      const common = { status, headers, response };
      if (ok && call.open) return { ok, ...common, data: call.open({ ...exchange, response, release: link() }) };
      bytes = bytesOf(response);
      own = await bytes;
      const body = await (call.read ?? readJson)(own, response, call.parse, call.accept);
      if (!ok) {
        const reason = `${context.method} ${context.url} answered ${status}`;
        thrown = new CallError("ApiError", context, reason, { status, headers, body });
        return { ok, ...common, error: body };
      }
      const { success = [200] } = call;
      if (!success[0] || success.includes(status)) return { ok, ...common, data: body };
      const reason = `answered ${status}, which the document does not describe`;
      throw new CallError("ResponseError", context, reason, { status, headers, body });
    } catch (cause) {
      const details = response && {
        status: response.status,
        headers: response.headers,
        body: new TextDecoder().decode(own),
      };
      thrown = explain(cause, "ResponseError", details);
      // It makes no others.
      return { ok: false, status: null, error: thrown as CallFailure };
    }
  };
  const bytesOf = async (response: Response): Promise<ArrayBuffer> => {
    const release = link(true);
    try {
      return await response.arrayBuffer();
    } catch (cause) {
      throw explain(cause, "ConnectionError");
    } finally {
      release();
    }
  };
  // Noted before anything is awaited: who asks for the response from now on waits for it.
  const settle = () => (outcome ??= read());
  const data = async (): Promise<Data> => {
    const settled = await settle();
    // The document says what the data of a success is.
    if (settled.ok) return settled.data as Data;
    // Set with the outcome.
    throw thrown as CallError;
  };
  const response = async (): Promise<Response> => {
    const response = await answer;
    if (outcome) await outcome;
    else {
      collected?.register(response.body ?? response, link());
    }
    // A copy of the bytes that were read for the data.
    if (bytes && response.bodyUsed)
      return Object.defineProperty(new Response(await bytes, response), "url", { value: response.url });
    return (handedOut = response);
  };
  const then: Promise<Data>["then"] = (onFulfilled, onRejected) => data().then(onFulfilled, onRejected);
  // A call may fail before anybody asks how it went.
  answer.catch(() => undefined);
  return {
    [Symbol.toStringTag]: "ApiPromise",
    then,
    catch: (onRejected) => then(undefined, onRejected),
    finally: (onFinally) => data().finally(onFinally),
    // `Result` lists the statuses of this operation's document.
    result: () => settle() as Promise<Result>,
    response,
    withResponse: async () => ({ data: await data(), response: await response() }),
  };
}
