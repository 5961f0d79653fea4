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
  milliseconds?: number,
): () => void {
  const stop = (reason: unknown) => {
    controller.abort(reason);
  };
  const listen = ({ target }: { readonly target: unknown }) => {
    stop((target as AbortSignal).reason);
  };
  const timer =
    milliseconds && milliseconds > 0 && milliseconds < 2 ** 31
      ? setTimeout(stop, milliseconds, new DOMException("no answer in time", "TimeoutError"))
      : undefined;
  for (const signal of signals) {
    if (signal.aborted) stop(signal.reason);
    signal.addEventListener("abort", listen);
  }
  return () => {
    clearTimeout(timer);
    for (const signal of signals) signal.removeEventListener("abort", listen);
  };
}
