/** Waiting that an abort ends at once. */
import { linkSignals } from "./link-signals.js";

/**
 * Waits.
 * @throws the reason of the first signal that aborts
 */
export async function wait(milliseconds: number, signals: readonly AbortSignal[]): Promise<void> {
  const controller = new AbortController();
  const { signal } = controller;
  const release = linkSignals(controller, signals);
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await new Promise<void>((resolve) => {
      timer = setTimeout(resolve, signal.aborted ? 0 : milliseconds);
      signal.onabort = () => {
        resolve();
      };
    });
    signal.throwIfAborted();
  } finally {
    clearTimeout(timer);
    release();
  }
}
