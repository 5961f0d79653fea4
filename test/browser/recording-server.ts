import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A `fetch` that answers by itself. */
export type Answer = (input: string, init: RequestInit) => Promise<Response>;

/** A request as it came over the wire. */
export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly type: string;
  /** One character a byte. */
  readonly body: string;
}

export interface RecordingServer {
  readonly origin: string;
  /** The requests since the last call. */
  readonly takeRecorded: () => readonly Recorded[];
  readonly close: () => Promise<void>;
}

/** A page that may run nothing but its own script, and talk to nothing but its own origin. */
const html = `<!doctype html>
<meta charset="utf-8" />
<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:" />
<link rel="icon" href="data:," />
<script src="/page.js"></script>
`;

/**
 * Serves a page and an API from one origin, on a free loopback port, and keeps what the API is asked.
 * `/v1` answers, `/broken` hangs up, `/silent` never answers, `/moved` redirects to `/v1`.
 * @param script the page's
 * @param answer answers for the API
 */
export async function startRecordingServer(script: string, answer: Answer): Promise<RecordingServer> {
  let recorded: Recorded[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = "", url: path = "" } = request;
    if (method === "GET") {
      const isScript = path === "/page.js";
      response.setHeader("content-type", isScript ? "text/javascript; charset=utf-8" : "text/html");
      response.end(isScript ? script : html);
      return;
    }
    const chunks: Buffer[] = [];
    // An IncomingMessage without an encoding yields buffers.
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const type = request.headers["content-type"] ?? "";
    if (path.startsWith("/broken/")) request.socket.destroy();
    else if (path.startsWith("/moved/")) response.writeHead(307, { location: path.replace("/moved", "/v1") }).end();
    else if (path.startsWith("/v1/")) {
      recorded.push({ method, path, type, body: body.toString("latin1") });
      const given = await answer(`http://localhost${path}`, { method, headers: { "content-type": type }, body });
      response.writeHead(given.status, Object.fromEntries(given.headers)).end(await given.text());
    }
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    takeRecorded: () => {
      const taken = recorded;
      recorded = [];
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
