/** Signals that end a request, for as long as somebody waits for it. */

/**
 * Does work that ends at once with the first of some signals, or in time, whether or not the work heeds them.
 * @param controller whose signal the work may heed
 * @throws what the work throws, or the reason of what ended it
 */
export async function raced<Value>(
  controller: AbortController,
  signals: readonly AbortSignal[],
  milliseconds: number,
  work: () => Promise<Value>,
): Promise<Value> {
  const release = linkSignals(controller, signals, milliseconds);
  const { signal } = controller;
  let stop: () => void = () => undefined;
  try {
    signal.throwIfAborted();
    const ended = new Promise<never>((_, reject) => {
      stop = () => {
        reject(signal.reason as Error);
      };
      signal.addEventListener("abort", stop);
    });
    return await Promise.race([work(), ended]);
  } finally {
    // Or the signal would hold what the work gave.
    signal.removeEventListener("abort", stop);
    release();
  }
}

/**
 * Ends a request with the first of some signals, or in time. `AbortSignal.any` and `AbortSignal.timeout` do so too, and
 * leave something behind for each call.
 * @param milliseconds none, nothing above zero, or more than a timer can wait: no limit
 * @returns takes listeners and timer away
 */
export function linkSignals(
  controller: AbortController,
  signals: readonly AbortSignal[],
  milliseconds = 0,
): () => void {
  const stop = () => {
    const ended = signals.find(({ aborted }) => aborted);
    if (ended) controller.abort(ended.reason);
  };
  const pass = () => {
    controller.abort(new DOMException("no answer in time", "TimeoutError"));
  };
  const timer = milliseconds > 0 && milliseconds < 2 ** 31 ? setTimeout(pass, milliseconds) : undefined;
  stop();
  for (const signal of signals) signal.addEventListener("abort", stop);
  return () => {
    clearTimeout(timer);
    for (const signal of signals) signal.removeEventListener("abort", stop);
  };
}
