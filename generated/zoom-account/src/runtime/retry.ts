/** Sending again what failed. */
import type { Middleware } from "./draft.js";
import { wait } from "./wait.js";

/** When a request is sent again, and how often. */
export interface RetryOptions {
  /** How often a request is sent at most, the first time included. Default: 3. */
  readonly attempts?: number;
  /** Milliseconds until it is sent again; twice as many each time, of which a part is left to chance. Default: 500. */
  readonly delay?: number;
  /** The longest wait, in milliseconds; an answer that asks for a longer one is given to the caller. Default: 60,000. */
  readonly maxDelay?: number;
  /** Milliseconds for all attempts together. Default: no limit. */
  readonly deadline?: number;
  /**
   * The header that has a key by which the server knows a request that it has seen. With it, requests of all methods are
   * sent again, with one key for all attempts: the caller's, if the header is there, or a random one.
   */
  readonly idempotencyHeader?: string;
  /** The statuses after which a request is sent again. Default: 408, 429 and 5xx. */
  readonly statuses?: (status: number) => boolean;
}

/** Methods of which the second request does no more than the first. RFC 9110, section 9.2.2. */
const idempotent = /^(GET|HEAD|OPTIONS|TRACE|PUT|DELETE)$/i;

/**
 * Sends a request again after a connection error, a timeout of an attempt, or a status of those above, if the method is
 * idempotent or the request has an idempotency key, and its body can be sent again. An abort ends it at once.
 */
export function retry(options: RetryOptions = {}): Middleware {
  const { attempts = 3, delay = 500, maxDelay = 60_000, deadline = 0, idempotencyHeader } = options;
  const { statuses = (status) => status === 408 || status === 429 || status > 499 } = options;
  return (next, { method, signals, explain }) =>
    async (draft) => {
      const end = deadline > 0 ? Date.now() + deadline : Infinity;
      const headers = new Headers(draft.headers);
      if (idempotencyHeader && !headers.has(idempotencyHeader)) headers.set(idempotencyHeader, randomKey());
      const isStream = "getReader" in Object(draft.body);
      const isSentOnce = isStream || !(idempotencyHeader ?? idempotent.test(method));
      for (let attempt = 1; ; attempt++) {
        const left = Math.max(1, end - Date.now());
        const timeout = Math.min(draft.timeout || Infinity, left);
        let response: Response | undefined;
        let failure: unknown;
        try {
          response = await next({ ...draft, timeout, headers: new Headers(headers) });
          if (!statuses(response.status)) return response;
        } catch (error) {
          failure = error;
          // The client throws nothing else.
          if (!/^(Connection|Timeout)Error$/.test((error as Error).name)) throw error;
        }
        const backoff = Math.min(maxDelay, delay * 2 ** (attempt - 1)) * (1 - Math.random() / 4);
        const pause = (response && retryAfter(response.headers)) ?? backoff;
        if (isSentOnce || attempt >= attempts || pause > maxDelay || Date.now() + pause >= end) {
          if (response) return response;
          throw failure;
        }
        // Nobody reads it: its connection is free again.
        response?.body?.cancel().catch(() => undefined);
        await wait(pause, signals).catch((cause: unknown) => {
          throw explain(cause);
        });
      }
    };
}

/** How long the server asks to wait, in milliseconds; undefined where it does not say. RFC 9110, section 10.2.3. */
function retryAfter(headers: Headers): number | undefined {
  const milliseconds = Number.parseFloat(headers.get("retry-after-ms") ?? "");
  if (milliseconds >= 0) return milliseconds;
  const text = headers.get("retry-after") ?? "";
  const until = /^\s*\d+(\.\d+)?\s*$/.test(text)
    ? Number(text) * 1000
    : Date.parse(/^[a-z]/i.test(text) ? text : "") - Date.now();
  return Number.isNaN(until) ? undefined : Math.max(0, until);
}

/** Hard to guess, and good for a header. `randomUUID` is not there on pages without TLS. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
