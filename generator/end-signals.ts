/** What ends the process: Ctrl+C, and what asks it to stop. */

const stopping = new AbortController();
const endings = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

function stop(): void {
  // Who asks twice does not want to wait.
  if (stopping.signal.aborted) process.exit(0);
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
