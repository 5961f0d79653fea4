/** Requests over one pool of connections, as cheaply as can be: what sends takes its time from what answers. */
import { Pool } from "undici";

/** One kind of request. */
export interface Call {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly status: number;
}

/**
 * Sends requests in turn, one at a time on each connection.
 * @returns how many were answered in a second
 * @throws where an answer has another status than its call says
 */
export async function sendAll(
  url: string,
  calls: readonly Call[],
  count: number,
  connections: number,
): Promise<number> {
  const pool = new Pool(url, { connections, pipelining: 1 });
  let sent = 0;
  const work = async () => {
    while (sent < count) {
      const call = calls[sent++ % calls.length];
      if (call !== undefined) await send(pool, call);
    }
  };
  const started = performance.now();
  try {
    await Promise.all(Array.from({ length: connections }, work));
  } finally {
    await pool.destroy();
  }
  return count / ((performance.now() - started) / 1000);
}

function send(pool: Pool, { method, path, headers, body, status }: Call): Promise<void> {
  return new Promise((resolve, reject) => {
    pool.dispatch(
      { method, path, headers, body: body ?? null },
      {
        onRequestStart: () => undefined,
        onResponseStart(_, found) {
          if (found !== status)
            reject(new Error(`${method} ${path} was answered ${String(found)} in place of ${status}`));
        },
        onResponseData: () => undefined,
        onResponseEnd: () => {
          resolve();
        },
        onResponseError: (_, error) => {
          reject(error);
        },
      },
    );
  });
}
