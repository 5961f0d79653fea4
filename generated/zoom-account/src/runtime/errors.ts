/** What can go wrong with a call. None of these errors holds a credential: no header, no request body, no query. */
import type { FieldError } from "./field-error.js";

/** What every error says about the call that it belongs to. */
export interface ErrorContext {
  /** The operation's name in the document. */
  readonly operation: string;
  readonly method: string;
  /** The server and the path template: without user info and query, in which credentials may stand. */
  readonly url: string;
}

/** What all errors of a call have in common. */
export class CallError extends Error implements ErrorContext {
  declare readonly operation: string;
  declare readonly method: string;
  declare readonly url: string;

  constructor(context: ErrorContext, reason: string, options?: ErrorOptions) {
    super(`${context.operation}: ${reason}`, options);
    Object.assign(this, context);
  }
}

/** One of the classes below, apart from `ApiError`. */
export type ErrorKind = new (context: ErrorContext, reason: string, options?: ErrorOptions) => CallError;

/** Makes an error of what was thrown: of this kind, unless the call was aborted. */
export type Explain = (cause: unknown, kind: ErrorKind) => Error;

/**
 * The server answered with a status outside of 200 to 299. The body is `unknown`, since an `instanceof` cannot say which
 * operation it is from: `result()` has it typed, by status.
 */
export class ApiError extends CallError {
  override readonly name: string = "ApiError";
  readonly status: number;
  /** The parsed body: JSON as a value, text as text, bytes as a Blob, nothing as undefined. */
  readonly body: unknown;
  // Private, so that no log shows the cookies that a server sets.
  readonly #headers: Headers;

  constructor(context: ErrorContext, response: Response, body: unknown) {
    super(context, `${context.method} ${context.url} answered ${response.status}`);
    this.status = response.status;
    this.body = body;
    this.#headers = response.headers;
  }

  /** The answer's headers. */
  get headers(): Headers {
    return this.#headers;
  }
}

/** No connection, or it broke. `cause` is what `fetch` threw, unless that quotes a query or user info. */
export class ConnectionError extends CallError {
  override readonly name: string = "ConnectionError";
}

/** No answer in time. */
export class TimeoutError extends CallError {
  override readonly name: string = "TimeoutError";
}

/** The caller's signal ended the call. `cause` is the signal's reason. */
export class AbortError extends CallError {
  override readonly name: string = "AbortError";
}

/** An input or an option that cannot be sent. Nothing was sent. `cause` is what was thrown. */
export class EncodingError extends CallError {
  override readonly name: string = "EncodingError";
  /** Where the value stands in the input: `items[].price`. Undefined where no single value is to blame. */
  // Our encoders throw `FieldError`; what else may be thrown (by a getter, by `toJSON`) has no such property.
  readonly field: string | undefined = (this.cause as Partial<FieldError> | null | undefined)?.field;
}

/** A credential that the operation needs is missing, or could not be had. Nothing was sent. */
export class AuthError extends CallError {
  override readonly name: string = "AuthError";
}

/** An answer that cannot be read: JSON that is none, or a body that the caller has read already. */
export class ResponseError extends CallError {
  override readonly name: string = "ResponseError";
}
