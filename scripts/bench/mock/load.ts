/** Requests over one pool of connections. */
import { Agent, request } from "node:http";

/** One kind of request. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly status: number;
}

/**
 * Sends requests in turn, as many at a time as there are connections.
 * @returns how many were answered in a second
 * @throws where an answer has another status than its call says
 */
export async function sendAll(
  url: string,
  calls: readonly Call[],
  count: number,
  connections: number,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let sent = 0;
  const work = async () => {
    while (sent < count) {
      const call = calls[sent++ % calls.length];
      if (call !== undefined) await send(url, call, agent);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: connections }, work));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return count / seconds;
}

function send(url: string, { method, path, headers, body, status }: Call, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const sending = request(`${url}${path}`, { method, headers: { ...headers, ...length }, agent }, (answer) => {
      if (answer.statusCode !== status)
        reject(new Error(`${method} ${path} was answered ${String(answer.statusCode)} in place of ${status}`));
      answer.resume();
      answer.once("end", resolve);
      answer.once("error", reject);
    });
    sending.once("error", reject);
    sending.end(body);
  });
}
