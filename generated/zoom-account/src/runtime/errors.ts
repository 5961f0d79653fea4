/** What can go wrong with a call. None of these errors holds a credential: no request header, no request body, no query. */

/** What every error says about the call that it belongs to. */
export interface ErrorContext {
  /** The operation's name in the document. */
  readonly operation: string;
  readonly method: string;
  /** Without query and fragment, in which credentials may stand. */
  readonly url: string;
}

/** The server answered with a status outside of 200 to 299. */
export class ApiError<Body = unknown> extends Error implements ErrorContext {
  override readonly name: string = "ApiError";
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body: JSON as a value, anything else as text, nothing as undefined. */
  readonly body: Body;

  constructor(context: ErrorContext, response: Response, body: Body) {
    super(
      `${context.operation}: ${context.method} ${context.url} answered ${response.status} ${response.statusText}`.trimEnd(),
    );
    this.operation = context.operation;
    this.method = context.method;
    this.url = context.url;
    this.status = response.status;
    this.headers = response.headers;
    this.body = body;
  }
}

/** The call came to no usable answer. */
class CallError extends Error implements ErrorContext {
  readonly operation: string;
  readonly method: string;
  readonly url: string;

  constructor(context: ErrorContext, reason: string, cause?: unknown) {
    super(`${context.operation}: ${reason}`, cause === undefined ? undefined : { cause });
    this.operation = context.operation;
    this.method = context.method;
    this.url = context.url;
  }
}

/** No connection, or it broke. `cause` is what `fetch` said. */
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

/** An input that cannot be sent. Nothing was sent. */
export class EncodingError extends CallError {
  override readonly name: string = "EncodingError";
}

/** A credential that the operation needs is missing. Nothing was sent. */
export class AuthError extends CallError {
  override readonly name: string = "AuthError";
}

/** An answer that cannot be read: JSON that is none. */
export class ResponseError extends CallError {
  override readonly name: string = "ResponseError";
}
