/** A mock, or any other function from a `Request` to a `Response`, on a port. */
import { createServer, type IncomingMessage, STATUS_CODES } from "node:http";
import { getRequestListener, RequestError } from "@hono/node-server";

export interface ServeOptions {
  /** 0, the default, is any that is free. */
  readonly port?: number;
  /** Default: this machine alone. */
  readonly host?: string;
  /** The longest body that is read, in bytes; a longer one is answered with 413. Default: 100 million. */
  readonly bodyLimit?: number;
  /** Told of what an answer throws, unless its caller has gone. */
  readonly onError?: (error: unknown) => void;
  /** Told of a request that is refused before it is passed on, and with which status. */
  readonly onRefused?: (request: Request, status: number) => void;
}

export interface MockServer {
  /** `http://127.0.0.1:1234`, without a slash at its end. */
  readonly url: string;
  readonly port: number;
  /** Ends all connections. */
  readonly close: () => Promise<void>;
}

/**
 * Serves. From then on `Request` and `Response` of the process are the library's: they make real ones where somebody asks
 * for what few ask for.
 * @returns resolves when it listens; rejects where it cannot, with the system's error (`EADDRINUSE`)
 */
export async function serveMock(
  answer: (request: Request) => Promise<Response>,
  { port = 0, host = "127.0.0.1", bodyLimit = 100_000_000, onError, onRefused }: ServeOptions = {},
): Promise<MockServer> {
  const errorHandler = (error: unknown): Response => {
    // A target or a host that is none.
    if (error instanceof RequestError) return problem(400, error.message);
    onError?.(error);
    return problem(500, error instanceof Error ? error.message : String(error));
  };
  const listener = getRequestListener(
    async (request, { incoming }) => {
      try {
        const whole = await withinLimit(request, incoming.headers, bodyLimit);
        if (whole !== null) return await answer(whole);
        onRefused?.(request, 413);
        return problem(413, `The body has more than ${bodyLimit} bytes.`, true);
      } catch (error) {
        // Whoever asked has gone: nobody is there to be told.
        if (incoming.destroyed && !incoming.complete) return hungUp();
        if (request.signal.aborted) return hungUp();
        throw error;
      }
    },
    { hostname: host, errorHandler },
  );
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const address = server.address();
  // A server that listens on a port has no path in place of its address.
  const found = typeof address === "object" && address !== null ? address.port : port;
  const name = host.includes(":") ? `[${host}]` : host;
  return {
    url: `http://${name}:${found}`,
    port: found,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** The request; null where its body is too long. One whose length is not said is read to see. */
async function withinLimit(
  request: Request,
  headers: IncomingMessage["headers"],
  limit: number,
): Promise<Request | null> {
  if (headers["transfer-encoding"] === undefined)
    return Number(headers["content-length"] ?? 0) > limit ? null : request;
  const body: AsyncIterable<Uint8Array> | null = request.body;
  if (body === null) return request;
  const chunks: Uint8Array[] = [];
  let received = 0;
  for await (const chunk of body) {
    received += chunk.byteLength;
    if (received > limit) return null;
    chunks.push(chunk);
  }
  return new Request(request, { body: Buffer.concat(chunks) });
}

function hungUp(): Response {
  return new Response(null, { status: 499 });
}

/** RFC 9457. @param isLast whether the rest of the request is not waited for */
function problem(status: number, detail: string, isLast = false): Response {
  const headers = { "content-type": "application/problem+json", ...(isLast && { connection: "close" }) };
  const body = JSON.stringify({ type: "about:blank", status, title: STATUS_CODES[status], detail });
  return new Response(body, { status, headers });
}
