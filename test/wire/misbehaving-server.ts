/**
 * A server that misbehaves as scenarios tell it, on two origins. `/control/<scenario>` takes a script (POST), goes on with
 * what waits (PUT), and tells what arrived (GET); `/on/<scenario>/…` answers by the script; `/` is a page for browsers.
 */
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import type { Answer, Recorded, Script } from "./scenarios/answer.js";

export interface MisbehavingServer {
  /** `http://127.0.0.1:1234`, and another port. */
  readonly origin: string;
  readonly other: string;
  /** Nobody listens here. */
  readonly nowhere: string;
  readonly close: () => Promise<void>;
}

/** What the server knows of a scenario. */
interface Scene {
  script: Script;
  /** How many requests a path has had since the script was given. */
  readonly counts: Map<string, number>;
  readonly recorded: (Recorded & { ended: Recorded["ended"] })[];
  /** Goes on with what waits. */
  release: () => void;
  released: Promise<void>;
}

type Origins = Readonly<Record<Recorded["to"], string>>;

const html = '<!doctype html><link rel="icon" href="data:," /><script src="/page.js"></script>';

/**
 * Starts on free loopback ports.
 * @param pageScript what the page runs
 */
export async function startMisbehavingServer(pageScript = ""): Promise<MisbehavingServer> {
  const scenes = new Map<string, Scene>();
  const origins = { origin: "", other: "" };
  const servers = await Promise.all(
    (["origin", "other"] as const).map(async (to) => {
      const { server, url } = await listen((request, response) => {
        handle(request, response, { to, scenes, origins, pageScript }).catch((error: unknown) => {
          request.socket.destroy(error as Error);
        });
      });
      origins[to] = url;
      return server;
    }),
  );
  const { server: closed, url: nowhere } = await listen(() => undefined);
  await stop(closed);
  return {
    ...origins,
    nowhere,
    close: async () => {
      await Promise.all(servers.map(stop));
    },
  };
}

async function listen(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  // Connections stay open: a client must not meet one that is just being closed.
  const server = createServer({ keepAliveTimeout: 0 }, answer);
  await once(server.listen({ port: 0, host: "127.0.0.1", backlog: 2048 }), "listening");
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}` };
}

async function stop(server: Server): Promise<void> {
  const closing = once(server.close(), "close");
  server.closeAllConnections();
  await closing;
}

interface Surroundings {
  readonly to: Recorded["to"];
  readonly scenes: Map<string, Scene>;
  readonly origins: Origins;
  readonly pageScript: string;
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  { to, scenes, origins, pageScript }: Surroundings,
): Promise<void> {
  const at = Date.now();
  const { method = "", url = "" } = request;
  response.setHeader("cache-control", "no-store");
  // Whatever a page wants: what it may do is not the server's to say.
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("access-control-expose-headers", "*");
  if (method === "OPTIONS") {
    response.setHeader("access-control-allow-methods", "*");
    response.setHeader("access-control-allow-headers", request.headers["access-control-request-headers"] ?? "*");
    response.setHeader("access-control-max-age", "600").writeHead(204).end();
    return;
  }
  const [, kind, id = "", path = ""] = /^\/(control|on)\/([\w-]+)(.*)$/.exec(url) ?? [];
  const scene = scenes.get(id) ?? newScene();
  scenes.set(id, scene);
  if (kind === "control") await control(scene, request, response);
  else if (kind === "on") {
    const ids = { origin: `${origins.origin}/on/${id}`, other: `${origins.other}/on/${id}` };
    await answerRequest(scene, request, response, { to, path, at }, ids);
  } else {
    const isScript = url === "/page.js";
    response.setHeader("content-type", isScript ? "text/javascript; charset=utf-8" : "text/html");
    response.end(isScript ? pageScript : html);
  }
}

function newScene(): Scene {
  return { script: {}, counts: new Map(), recorded: [], release: () => undefined, released: Promise.resolve() };
}

async function control(scene: Scene, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === "GET") {
    response.setHeader("content-type", "application/json").end(JSON.stringify(scene.recorded));
    return;
  }
  const body = await buffer(request);
  if (request.method === "PUT") scene.release();
  else {
    // Scenarios are checked against it when they are compiled.
    scene.script = JSON.parse(body.toString()) as Script;
    scene.counts.clear();
    scene.released = new Promise((resolve) => (scene.release = resolve));
  }
  response.writeHead(204).end();
}

async function answerRequest(
  scene: Scene,
  request: IncomingMessage,
  response: ServerResponse,
  { to, path, at }: Pick<Recorded, "to" | "path" | "at">,
  urls: Origins,
): Promise<void> {
  const { method = "" } = request;
  // Node has a list for nothing but cookies of answers.
  const headers = request.headers as Readonly<Record<string, string>>;
  const answer = nextAnswer(scene, path);
  const body = answer.unread ? "" : (await buffer(request)).toString("latin1");
  const record: Scene["recorded"][number] = { to, method, path, headers, body, at, ended: null };
  scene.recorded.push(record);
  response.on("close", () => {
    record.ended = response.writableFinished ? "whole" : "broken";
  });
  const isRefused = answer.needs !== undefined && answer.needs !== headers["authorization"];
  await send(response, isRefused ? { status: 401 } : answer, scene.released, urls);
}

function nextAnswer({ script, counts }: Scene, path: string): Answer {
  const [whole = ""] = path.split("?");
  const [, first = ""] = whole.split("/");
  const answers = [script[`/${first}`] ?? { status: 404 }].flat();
  const count = counts.get(whole) ?? 0;
  counts.set(whole, count + 1);
  return answers[count] ?? answers.at(-1) ?? {};
}

async function send(response: ServerResponse, answer: Answer, released: Promise<void>, urls: Origins): Promise<void> {
  const { status = 200, body = '{"name":"Ada"}', rest = "", holds, breaks, by = "reset", gzip, raw } = answer;
  const { socket } = response;
  const isGone = () => socket === null || socket.destroyed;
  const cut = () => (by === "reset" ? socket?.resetAndDestroy() : socket?.end());
  if (holds === "headers") await released;
  if (isGone()) return;
  if (raw !== undefined) {
    socket?.write(Buffer.from(raw, "latin1"));
    if (holds === "body") await released;
    // A reset, where something was not read.
    socket?.destroySoon();
    return;
  }
  if (breaks === "headers") {
    cut();
    return;
  }
  response.setHeader("content-type", "application/json");
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, filled(value, urls));
  const first = gzip ? damaged(gzipSync(body), gzip) : Buffer.from(body);
  const second = Buffer.from(rest);
  if (gzip) response.setHeader("content-encoding", "gzip");
  if (!response.hasHeader("transfer-encoding") && status !== 204 && status !== 304)
    response.setHeader("content-length", first.length + second.length);
  response.writeHead(status);
  if (!holds && !breaks) {
    response.end(Buffer.concat([first, second]));
    return;
  }
  response.flushHeaders();
  response.write(first);
  if (holds === "body") await released;
  if (isGone()) return;
  if (breaks === "body") cut();
  else response.end(second);
}

function filled(value: string, urls: Origins): string {
  return value
    .replaceAll("{origin}", urls.origin)
    .replaceAll("{other}", urls.other)
    .replaceAll("{otherHost}", urls.other.replace("http:", ""))
    .replace(/\{date\+(\d+)\}/, (_, seconds) => new Date(Date.now() + Number(seconds) * 1000).toUTCString());
}

function damaged(bytes: Buffer, how: NonNullable<Answer["gzip"]>): Buffer {
  if (how === "truncated") return bytes.subarray(0, bytes.length / 2);
  // Behind the ten bytes of the header.
  return how === "corrupt" ? bytes.fill(0xff, 10, 20) : bytes;
}
