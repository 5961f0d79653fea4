/** The error of a call, of whichever kind. None of them holds a credential: no header, no request body, no query. */

/** What every error says about the call that it belongs to. */
export interface ErrorContext {
  /** The operation's name in the document. */
  readonly operation: string;
  readonly method: string;
  /** The server and the path template: without user info and query, in which credentials may stand. */
  readonly url: string;
}

/** What an error may have beside its context. */
export interface ErrorDetails {
  /** What was thrown first. */
  readonly cause?: unknown;
  readonly status?: number | undefined;
  readonly headers?: Headers | undefined;
  readonly body?: unknown;
  readonly field?: string;
}

/** The kinds of errors; each has a class in `errors.ts`, by which `instanceof` knows it. */
export type ErrorName =
  "ApiError" | "ConnectionError" | "TimeoutError" | "AbortError" | "EncodingError" | "AuthError" | "ResponseError";

// Shared by all copies of this module: whatever bundle an error is from, `instanceof` knows it.
const brand: unique symbol = Symbol.for("openapi-exemplar.error");

/** What all errors of a call have in common. */
export class CallError extends Error implements ErrorContext {
  declare name: ErrorName;
  declare readonly operation: string;
  declare readonly method: string;
  declare readonly url: string;
  // Private, so that no log shows the cookies that a server sets.
  readonly #headers: Headers | undefined;

  constructor(
    name: ErrorName,
    { operation, method, url }: ErrorContext,
    reason: string,
    { headers, ...details }: ErrorDetails = {},
  ) {
    super(`${operation}: ${reason}`, details);
    Object.assign(this, { name, operation, method, url, ...details });
    Object.defineProperty(this, brand, { value: true });
    this.#headers = headers;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return Boolean((value as { readonly [brand]?: true } | null | undefined)?.[brand]);
  }

  /** The answer's headers, where there was an answer. */
  get headers(): Headers | undefined {
    return this.#headers;
  }

  /** What the server calls the request, where it does: for whoever asks its support. */
  get requestId(): string | undefined {
    const headers = this.#headers;
    return headers?.get("x-request-id") ?? headers?.get("request-id") ?? undefined;
  }
}
