/** A `fetch`-shaped function on a real socket: a small adapter between `node:http` and `Request`/`Response`. */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** What arrived, before anything has looked at it. */
export interface Received {
  readonly method: string;
  /** Path and query, as they stand on the first line of the request. */
  readonly target: string;
  /** Names and values, one after the other, as they came. */
  readonly rawHeaders: readonly string[];
  readonly body: string;
}

export interface Server {
  /** `http://127.0.0.1:1234`, without a slash at its end. */
  readonly url: string;
  readonly received: Received[];
  readonly close: () => Promise<void>;
}

/** Serves on a free loopback port. */
export async function serveFetch(answer: (request: Request) => Promise<Response>): Promise<Server> {
  const received: Received[] = [];
  const server = createServer((incoming, outgoing) => {
    const respond = async () => {
      const body = await buffer(incoming);
      const { method = "GET", url: target = "/", rawHeaders } = incoming;
      received.push({ method, target, rawHeaders, body: body.toString("utf8") });
      const response = await answer(requestOf(incoming, body));
      outgoing.writeHead(response.status, [...response.headers].flat());
      outgoing.end(Buffer.from(await response.arrayBuffer()));
    };
    respond().catch((error: unknown) => {
      outgoing.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function requestOf({ method = "GET", url = "/", headers, rawHeaders }: IncomingMessage, body: Buffer): Request {
  const pairs = rawHeaders.flatMap((name, index) => {
    const value = rawHeaders[index + 1];
    return index % 2 === 0 && value !== undefined ? [[name, value] as [string, string]] : [];
  });
  return new Request(new URL(url, `http://${headers.host ?? "127.0.0.1"}`), {
    method,
    headers: pairs,
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  });
}
