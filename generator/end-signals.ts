/** What ends the process: Ctrl+C, what asks it to stop, and code of the user's that has no right to. */

const stopping = new AbortController();
const endings = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
let isOver = false;

function stop(): void {
  // Who asks twice does not want to wait.
  if (stopping.signal.aborted) {
    endRun();
    process.exit(0);
  }
  stopping.abort();
}

/** Aborted by what would end the process, until that is let through again. */
export function stopSignal(): AbortSignal {
  letThrough();
  for (const signal of endings) process.on(signal, stop);
  return stopping.signal;
}

/** What would end the process does so at once: also while it computes, when nothing that listens would be called. */
export function letThrough(): void {
  for (const signal of endings) process.off(signal, stop);
}

/** From now on the process may end with what status it likes. */
export function endRun(): void {
  isOver = true;
}

/**
 * Watches over the end of the process: before the run is over, its status is not that of one that went well.
 * @param status the one that it has instead
 * @param onEarlyEnd told of such an end
 */
export function guardExit(status: number, onEarlyEnd: () => void): void {
  process.on("exit", (given) => {
    if (isOver || given !== 0) return;
    onEarlyEnd();
    process.exitCode = status;
  });
}
