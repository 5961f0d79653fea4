/** The promise that every operation returns. */

/** A documented success. */
export interface Success<Status extends number, Data> {
  readonly ok: true;
  readonly status: Status;
  readonly data: Data;
  readonly headers: Headers;
  readonly response: Response;
}

/** An answer with an error status; `error` is its parsed body. */
export interface Failure<Status extends number, Body> {
  readonly ok: false;
  readonly status: Status;
  readonly error: Body;
  readonly headers: Headers;
  readonly response: Response;
}

/** No answer: the error says why. */
export interface NotSent {
  readonly ok: false;
  readonly status: null;
  readonly error: Error;
}

/** What `result()` may resolve to, before an operation says it more closely. */
export type AnyResult = Success<number, unknown> | Failure<number, unknown> | NotSent;

/** The parts from which a promise is made; the request is already under way. */
export interface Exchange {
  /** The raw answer. Rejects where there is none. */
  readonly response: Promise<Response>;
  /** Reads an answer's body. */
  readonly read: (response: Response) => Promise<unknown>;
  /** The error for an answer whose status is no success. */
  readonly fail: (response: Response, body: unknown) => Error;
}

/**
 * A call that was sent. Awaiting it gives the data or throws; one request is made, however it is consumed.
 */
export class ApiPromise<Data, Result = AnyResult> implements Promise<Data> {
  readonly [Symbol.toStringTag]: string = "ApiPromise";
  readonly #exchange: Exchange;
  #kept = false;
  #parsed: Promise<{ readonly response: Response; readonly body: unknown }> | undefined;

  constructor(exchange: Exchange) {
    this.#exchange = exchange;
  }

  /** The outcome as a value: never throws, narrows by `ok` and `status`. */
  result(): Promise<Result> {
    const settled = this.#parse().then(
      ({ response, body }): AnyResult => {
        const { status, headers } = response;
        return response.ok
          ? { ok: true, status, data: body, headers, response }
          : { ok: false, status, error: body, headers, response };
      },
      (error: unknown): AnyResult => ({
        ok: false,
        status: null,
        error: error instanceof Error ? error : new Error(String(error)),
      }),
    );
    // `Result` lists the statuses of this operation's document; what arrives is checked nowhere else.
    return settled as Promise<Result>;
  }

  /** The raw answer, whatever its status, its body unread. Ask for it before, or without, awaiting the data. */
  response(): Promise<Response> {
    this.#kept = true;
    return this.#exchange.response;
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
    const { response, body } = await this.#parse();
    if (!response.ok) throw this.#exchange.fail(response, body);
    // The document says what the data of a success is.
    return body as Data;
  }

  #parse(): Promise<{ readonly response: Response; readonly body: unknown }> {
    this.#parsed ??= this.#exchange.response.then(async (response) => {
      // Whoever asked for the raw answer gets its body unread.
      const body = await this.#exchange.read(this.#kept ? response.clone() : response);
      return { response, body };
    });
    return this.#parsed;
  }
}
