/** A mock, or any other function from a `Request` to a `Response`, on a port. */
import { getEventListeners } from "node:events";
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
  STATUS_CODES,
} from "node:http";
import { incomingRequest } from "./incoming-request.js";
import { PlainResponse } from "./plain-response.js";

export interface ServeOptions {
  /** 0, the default, is any that is free. */
  readonly port?: number;
  /** Default: this machine alone. */
  readonly host?: string;
  /** The longest body that is read, in bytes; a longer one is answered with 413. Default: 100 million. */
  readonly bodyLimit?: number;
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
  { port = 0, host = "127.0.0.1", bodyLimit = 100_000_000, onError }: ServeOptions = {},
): Promise<MockServer> {
  const server = createServer((incoming, outgoing) => {
    respond(answer, bodyLimit, incoming, outgoing).catch((error: unknown) => {
      if (outgoing.destroyed) return;
      fail(outgoing, 500, error instanceof Error ? error.message : String(error));
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
  limit: number,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const body = await bodyOf(incoming, limit);
  if (body === null) {
    // The rest of it is not waited for.
    outgoing.setHeader("connection", "close");
    fail(outgoing, 413, `The body has more than ${limit} bytes.`);
    return;
  }
  const signal = signalOf(incoming.socket);
  let response: Response;
  try {
    response = await answer(incomingRequest(incoming, body, signal));
  } catch (error) {
    // Nobody is there to be told.
    if (signal.aborted) return;
    throw error;
  }
  const plain = PlainResponse.plainOf(response);
  if (plain !== null) {
    outgoing.writeHead(response.status, plain.headers);
    sendWhole(plain.body, outgoing);
    return;
  }
  const headers = headersOf(response.headers);
  if (response.body === null || incoming.method === "HEAD")
    outgoing.writeHead(response.status, response.statusText, headers).end();
  else if (Number(headers["content-length"]) <= whole) {
    const bytes = Buffer.from(await response.arrayBuffer());
    outgoing.writeHead(response.status, response.statusText, { ...headers, "content-length": bytes.byteLength });
    sendWhole(bytes, outgoing);
  } else {
    outgoing.writeHead(response.status, response.statusText, headers);
    await send(response.body, outgoing, signal);
  }
}

function sendWhole(body: Uint8Array<ArrayBuffer> | null, outgoing: ServerResponse): void {
  if (body === null) outgoing.end();
  // As text it goes out together with the headers.
  else outgoing.end(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("latin1"), "latin1");
}

/** An answer that says that it is no longer than this is sent in one piece: that is faster, and nobody can tell. */
const whole = 1_000_000;

/** The body; null where it is too long. Rejects where the caller hangs up before its end. */
function bodyOf(incoming: IncomingMessage, limit: number): Promise<Buffer<ArrayBuffer> | null> | Buffer<ArrayBuffer> {
  const { "content-length": length, "transfer-encoding": coding } = incoming.headers;
  if (coding === undefined && Number(length ?? 0) === 0) return Buffer.alloc(0);
  if (Number(length) > limit) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let received = 0;
    incoming.on("data", (chunk: Buffer) => {
      received += chunk.byteLength;
      if (received <= limit) chunks.push(chunk);
      else resolve(null);
    });
    incoming.once("end", () => {
      resolve(Buffer.concat(chunks));
    });
    incoming.once("error", reject);
  });
}

type Socket = IncomingMessage["socket"];

/** What is aborted when a connection ends: to make one for each request would cost as much as all checks. */
const callers = new WeakMap<Socket, AbortController>();

/** The signal of a request; that of the last on the same connection, where nobody listens to it any more. */
function signalOf(socket: Socket): AbortSignal {
  const known = callers.get(socket);
  if (known !== undefined && getEventListeners(known.signal, "abort").length === 0) return known.signal;
  const caller = new AbortController();
  callers.set(socket, caller);
  if (known === undefined) socket.once("close", () => callers.get(socket)?.abort());
  return caller.signal;
}

/** Each cookie has a line of its own. */
function headersOf(headers: Headers): OutgoingHttpHeaders {
  const result: OutgoingHttpHeaders = Object.fromEntries(headers);
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
function fail(outgoing: ServerResponse, status: number, detail: string): void {
  if (outgoing.headersSent) {
    outgoing.destroy();
    return;
  }
  const problem = { type: "about:blank", status, title: STATUS_CODES[status], detail };
  outgoing.writeHead(status, { "content-type": "application/problem+json" }).end(JSON.stringify(problem));
}
