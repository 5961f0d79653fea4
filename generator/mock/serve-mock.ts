/** A mock, or any other function from a `Request` to a `Response`, on a port. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export interface ServeOptions {
  /** 0, the default, is any that is free. */
  readonly port?: number;
  /** Default: this machine alone. */
  readonly host?: string;
  /** Told of what an answer throws, once its caller has been told. */
  readonly onError?: (error: unknown) => void;
}

export interface MockServer {
  /** `http://127.0.0.1:1234`, without a slash at its end. */
  readonly url: string;
  readonly port: number;
  /** Ends all connections. */
  readonly close: () => Promise<void>;
}

/**
 * Serves.
 * @returns resolves when it listens; rejects where it cannot, with the system's error (`EADDRINUSE`)
 */
export async function serveMock(
  answer: (request: Request) => Promise<Response>,
  { port = 0, host = "127.0.0.1", onError }: ServeOptions = {},
): Promise<MockServer> {
  const server = createServer((incoming, outgoing) => {
    respond(answer, incoming, outgoing).catch((error: unknown) => {
      fail(outgoing, error);
      onError?.(error);
    });
  });
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

async function respond(
  answer: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const caller = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) caller.abort();
  });
  const request = requestOf(incoming, caller.signal, await smallBody(incoming));
  let response: Response;
  try {
    response = await answer(request);
  } catch (error) {
    // Nobody is there to be told.
    if (caller.signal.aborted) return;
    throw error;
  }
  outgoing.writeHead(response.status, response.statusText, headersOf(response.headers));
  if (response.body === null || incoming.method === "HEAD") outgoing.end();
  else await send(response.body, outgoing, caller.signal);
  // What the answer did not read would stand in the way of the next request.
  if (!incoming.readableEnded) incoming.resume();
}

/** What is shorter is read before it is handed on: that is faster, and nobody can tell. */
const small = 65_536;

/** The body where it is known to be short; null for any other, which streams. */
function smallBody(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | null> {
  const length = Number(incoming.headers["content-length"] ?? 0);
  if (!(length > 0 && length <= small)) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.once("end", () => {
      resolve(new Uint8Array(Buffer.concat(chunks)));
    });
    incoming.once("error", reject);
  });
}

/** Bodies stream, as answers may begin before they end. */
function requestOf(incoming: IncomingMessage, signal: AbortSignal, known: Uint8Array<ArrayBuffer> | null): Request {
  const { method = "GET", url = "/", headers, rawHeaders } = incoming;
  const pairs: [string, string][] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2)
    pairs.push([rawHeaders[index] ?? "", rawHeaders[index + 1] ?? ""]);
  const hasBody = headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
  const canHaveBody = method !== "GET" && method !== "HEAD";
  const request = new Request(urlOf(url, headers.host), {
    method,
    headers: pairs,
    ...(hasBody && canHaveBody && { body: known ?? bodyOf(incoming), duplex: "half" as const }),
  });
  // A signal that is given to the constructor is followed by another, which costs more than everything else here.
  return Object.defineProperty(request, "signal", { value: signal });
}

/** A target is a path, but for proxies a whole URL, and for OPTIONS a star (RFC 9112, section 3.2). */
function urlOf(target: string, host = "localhost"): URL {
  const base = URL.canParse(`http://${host}`) ? `http://${host}` : "http://localhost";
  if (/^https?:/i.test(target) && URL.canParse(target)) return new URL(target);
  // Two slashes at its beginning would name another host.
  return new URL(`${base}${target.startsWith("/") ? target : `/${target}`}`);
}

function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    start(controller) {
      incoming.on("data", (chunk: Buffer) => {
        controller.enqueue(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength));
        if ((controller.desiredSize ?? 0) <= 0) incoming.pause();
      });
      incoming.once("end", () => {
        controller.close();
      });
      incoming.once("error", (error) => {
        controller.error(error);
      });
      incoming.pause();
    },
    pull() {
      incoming.resume();
    },
    cancel() {
      incoming.resume();
    },
  });
}

/** Each cookie has a line of its own. */
function headersOf(headers: Headers): Record<string, string | string[]> {
  const result: Record<string, string | string[]> = Object.fromEntries(headers);
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) result["set-cookie"] = cookies;
  return result;
}

async function send(body: ReadableStream<Uint8Array>, outgoing: ServerResponse, signal: AbortSignal): Promise<void> {
  const reader = body.getReader();
  const stop = () => {
    reader.cancel().catch(() => undefined);
  };
  signal.addEventListener("abort", stop, { once: true });
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (!outgoing.write(value) && !signal.aborted) await drained(outgoing);
  }
  outgoing.end();
}

function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      outgoing.off("drain", go);
      outgoing.off("close", go);
      resolve();
    };
    outgoing.once("drain", go);
    outgoing.once("close", go);
  });
}

/** RFC 9457, where the answer has not begun. */
function fail(outgoing: ServerResponse, error: unknown): void {
  if (outgoing.headersSent) {
    outgoing.destroy();
    return;
  }
  const detail = error instanceof Error ? error.message : String(error);
  const problem = { type: "about:blank", status: 500, title: "Internal Server Error", detail };
  outgoing.writeHead(500, { "content-type": "application/problem+json" }).end(JSON.stringify(problem));
}
