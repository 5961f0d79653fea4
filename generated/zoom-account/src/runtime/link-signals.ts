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
  try {
    signal.throwIfAborted();
    const ended = new Promise<never>((_, reject) => {
      signal.onabort = () => {
        reject(signal.reason as Error);
      };
    });
    return await Promise.race([work(), ended]);
  } finally {
    // Or the signal would hold what the work gave.
    signal.onabort = null;
    release();
  }
}

/** All that wait for a signal. One listener does for them: of more than ten, Node warns. */
class Waiting extends Set<() => void> {
  handleEvent(): void {
    for (const stop of this) stop();
  }
}

const waiting = new WeakMap<AbortSignal, Waiting>();

/**
 * Ends a request with the first of some signals, or in time. `AbortSignal.any` does so too, and leaves something behind
 * for each call in Node 20 and 22.
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
  for (const signal of signals) {
    const all = waiting.get(signal) ?? new Waiting();
    waiting.set(signal, all.add(stop));
    // Once, however often it is added.
    signal.addEventListener("abort", all);
  }
  return () => {
    clearTimeout(timer);
    for (const signal of signals) {
      const all = waiting.get(signal);
      if (all?.delete(stop) && !all.size) signal.removeEventListener("abort", all);
    }
  };
}
