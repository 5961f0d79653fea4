/** The promise that every operation returns. */
import { ApiError, ConnectionError, type ErrorContext, type Explain, ResponseError } from "./errors.js";
import { parseBody, type ParseJson } from "./response-body.js";

/** A documented success. */
export interface Success<Status extends number, Data> {
  readonly ok: true;
  readonly status: Status;
  readonly data: Data;
  readonly headers: Headers;
  /**
   * The answer; its body has been read. `response()` of the call gives one with an unread body. Where the data is a
   * stream, both give this answer, and whoever iterates the data reads its body.
   */
  readonly response: Response;
}

/** An answer with an error status; `error` is its parsed body. */
export interface Failure<Status extends number, Body> {
  readonly ok: false;
  readonly status: Status;
  readonly error: Body;
  readonly headers: Headers;
  /** The answer; its body has been read. `response()` of the call gives one with an unread body. */
  readonly response: Response;
}

/** No answer: the error says why. */
export interface NotSent {
  readonly ok: false;
  readonly status: null;
  readonly error: Error;
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

/**
 * A call that was sent. Awaiting it gives the data or throws; one request is made, however it is consumed, and the
 * body is read when the data is asked for.
 */
export class ApiPromise<Data, Result = AnyResult> implements Promise<Data> {
  readonly [Symbol.toStringTag]: string = "ApiPromise";
  readonly #context: ErrorContext;
  readonly #answer: Promise<Response>;
  readonly #explain: Explain;
  readonly #stream: ((response: Response, explain: Explain) => unknown) | undefined;
  readonly #parse: ParseJson | undefined;
  /** The answer, once the caller has it: its body is the caller's. */
  #handedOut: Response | undefined;
  #outcome: Promise<AnyResult> | undefined;
  #bytes: Promise<ArrayBuffer> | undefined;

  /**
   * @param answer of the request that is already under way; rejects where there is none
   * @param explain makes an error of what was thrown
   * @param stream gives the data of a success that is streamed; undefined for one that is read as a whole
   * @param parse reads JSON in place of `JSON.parse`
   */
  constructor(
    context: ErrorContext,
    answer: Promise<Response>,
    explain: Explain,
    stream?: (response: Response, explain: Explain) => unknown,
    parse?: ParseJson,
  ) {
    this.#context = context;
    this.#answer = answer;
    this.#explain = explain;
    this.#stream = stream;
    this.#parse = parse;
    // A call may fail before anybody asks how it went.
    answer.catch(() => undefined);
  }

  /** The outcome as a value: never throws, narrows by `ok` and `status`. */
  result(): Promise<Result> {
    // `Result` lists the statuses of this operation's document; what arrives is checked nowhere else.
    return this.#settle() as Promise<Result>;
  }

  /**
   * The raw answer, whatever its status, its body unread, also after the data was asked for. Asked for first, the
   * body is buffered nowhere and can be streamed; the data can then be had as long as the body has not been read.
   */
  async response(): Promise<Response> {
    const response = await this.#answer;
    if (this.#outcome) await this.#outcome;
    // A copy of the bytes that were read for the data.
    if (this.#bytes && response.bodyUsed) return new Response(await this.#bytes, response);
    this.#handedOut = response;
    return response;
  }

  /** The data, or an error, as awaiting gives it; beside it the answer, its body unread. */
  async withResponse(): Promise<{ readonly data: Data; readonly response: Response }> {
    return { data: await this.#data(), response: await this.response() };
  }

  then<Fulfilled = Data, Rejected = never>(
    onFulfilled?: ((data: Data) => Fulfilled | PromiseLike<Fulfilled>) | null,
    onRejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Fulfilled | Rejected> {
    return this.#data().then(onFulfilled, onRejected);
  }

  catch<Rejected = never>(
    onRejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Data | Rejected> {
    return this.#data().catch(onRejected);
  }

  finally(onFinally?: (() => void) | null): Promise<Data> {
    return this.#data().finally(onFinally);
  }

  async #data(): Promise<Data> {
    const outcome = await this.#settle();
    // The document says what the data of a success is.
    if (outcome.ok) return outcome.data as Data;
    throw outcome.status === null ? outcome.error : new ApiError(this.#context, outcome.response, outcome.error);
  }

  #settle(): Promise<AnyResult> {
    // Noted before anything is awaited: who asks for the response from now on waits for it.
    this.#outcome ??= this.#read();
    return this.#outcome;
  }

  async #read(): Promise<AnyResult> {
    try {
      const response = this.#handedOut?.clone() ?? (await this.#answer);
      const { ok, status, headers } = response;
      let body = ok ? this.#stream?.(response, this.#explain) : undefined;
      if (body === undefined) {
        this.#bytes = response.arrayBuffer().catch((error: unknown) => {
          throw this.#explain(error, ConnectionError);
        });
        body = parseBody(response, await this.#bytes, this.#parse);
      }
      return ok ? { ok, status, data: body, headers, response } : { ok, status, error: body, headers, response };
    } catch (cause) {
      return { ok: false, status: null, error: this.#explain(cause, ResponseError) };
    }
  }
}
