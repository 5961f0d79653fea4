/** Waiting, as slow servers make their callers wait. */

/**
 * Waits.
 * @returns rejects with the signal's reason as soon as it is aborted; no timer is left then
 */
export function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(reasonOf(signal));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}

/** What comes first: a value, or the signal. */
export function orAborted<T>(value: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      reject(reasonOf(signal));
    };
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
    value.then(resolve, reject).finally(() => {
      signal.removeEventListener("abort", stop);
    });
  });
}

function reasonOf(signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  return reason instanceof Error ? reason : new DOMException("The request was aborted.", "AbortError");
}
