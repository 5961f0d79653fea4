/** Signals that end a request, for as long as somebody waits for it. */

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
