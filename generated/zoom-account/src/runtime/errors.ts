/**
 * The classes of errors, for `instanceof`. The client makes every error as a `CallError` with a name, and these classes
 * know theirs by that: only those that an application asks for are in its bundle, and an error of another bundle's copy,
 * or of another generated client, is known too.
 */
import { CallError, type ErrorContext, type ErrorDetails, type ErrorName } from "./call-error.js";

/**
 * The server answered with a status outside of 200 to 299. Where it is caught, the body is `unknown`, since an
 * `instanceof` cannot say which operation it is from: `result()` and `catch()` of a call have it typed.
 */
export class ApiError extends CallError {
  declare readonly name: "ApiError";
  declare readonly status: number;
  /** The parsed body: JSON as a value, text as text, bytes as a Blob, nothing as undefined. */
  declare readonly body: unknown;

  constructor(context: ErrorContext, response: Response, body: unknown) {
    const { status, headers } = response;
    super("ApiError", context, `${context.method} ${context.url} answered ${status}`, { status, headers, body });
  }

  override get headers(): Headers {
    return super.headers ?? new Headers();
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isKind(this, "ApiError", value);
  }
}

/**
 * An answer that is not what the document says: a success of another status, JSON that is none, a text that should be
 * a date and is none, a body that the caller has read already.
 */
export class ResponseError extends CallError {
  declare readonly name: "ResponseError";
  declare readonly status?: number;
  /** The parsed body; its text, where that could not be parsed. */
  declare readonly body?: unknown;
  /** Where a value stands that cannot be there: `items[0].created`. Undefined where no single value is to blame. */
  declare readonly field?: string;

  constructor(context: ErrorContext, reason: string, details?: ErrorDetails) {
    super("ResponseError", context, reason, details);
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isKind(this, "ResponseError", value);
  }
}

/** No connection, or it broke. `cause` is what `fetch` threw, unless that quotes a query or user info. */
export class ConnectionError extends CallError {
  declare readonly name: "ConnectionError";

  constructor(context: ErrorContext, reason: string, details?: ErrorDetails) {
    super("ConnectionError", context, reason, details);
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isKind(this, "ConnectionError", value);
  }
}

/** No answer in time. */
export class TimeoutError extends CallError {
  declare readonly name: "TimeoutError";

  constructor(context: ErrorContext, reason: string, details?: ErrorDetails) {
    super("TimeoutError", context, reason, details);
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isKind(this, "TimeoutError", value);
  }
}

/** The caller's signal ended the call. `cause` is the signal's reason. */
export class AbortError extends CallError {
  declare readonly name: "AbortError";

  constructor(context: ErrorContext, reason: string, details?: ErrorDetails) {
    super("AbortError", context, reason, details);
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isKind(this, "AbortError", value);
  }
}

/** An input or an option that cannot be sent. Nothing was sent. `cause` is what was thrown. */
export class EncodingError extends CallError {
  declare readonly name: "EncodingError";
  /** Where the value stands in the input: `items[].price`. Undefined where no single value is to blame. */
  declare readonly field?: string;

  constructor(context: ErrorContext, reason: string, details?: ErrorDetails) {
    super("EncodingError", context, reason, details);
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isKind(this, "EncodingError", value);
  }
}

/** A credential that the operation needs is missing, or could not be had. Nothing was sent. */
export class AuthError extends CallError {
  declare readonly name: "AuthError";

  constructor(context: ErrorContext, reason: string, details?: ErrorDetails) {
    super("AuthError", context, reason, details);
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isKind(this, "AuthError", value);
  }
}

/** A class that somebody derives from one of these knows its own instances alone. */
function isKind(asked: { readonly prototype: object }, name: ErrorName, value: unknown): boolean {
  if (!Object.hasOwn(asked, Symbol.hasInstance))
    return Object.prototype.isPrototypeOf.call(asked.prototype, Object(value) as object);
  return value instanceof CallError && value.name === name;
}
