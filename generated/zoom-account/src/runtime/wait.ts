/** Waiting that an abort ends at once. */
import { raced } from "./link-signals.js";

/**
 * Waits.
 * @throws the reason of the first signal that aborts
 */
export async function wait(milliseconds: number, signals: readonly AbortSignal[]): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pause = () =>
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds);
    });
  try {
    await raced(new AbortController(), signals, 0, pause);
  } finally {
    clearTimeout(timer);
  }
}
