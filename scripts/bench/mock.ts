/**
 * How many requests a second the mock answers over a real socket, and whether its memory grows; Prism beside it.
 *
 *   npm run bench:mock [-- --requests 100000] [--prism-requests 5000] [--connections 16]
 */
import { type ChildProcess, fork } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { defaultTemplates } from "../../generator/config.js";
import { templateSources } from "../../generator/template-sources.js";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { generate } from "../../generator/generate.js";
import { startPrism } from "../../test/wire/prism-server.js";
import { targetFor } from "../corpus/target-for.js";
import { type Call, sendAll } from "./mock/load.js";

const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "100000" },
    "prism-requests": { type: "string", default: "5000" },
    connections: { type: "string", default: "16" },
    profile: { type: "string" },
  },
});
const connections = Number(values.connections);
const document = fileURLToPath(new URL("mock/openapi.yml", import.meta.url));

const order = {
  id: "9f1c2d3e-4b5a-4c6d-8e7f-0a1b2c3d4e5f",
  email: "ada@example.com",
  placed: "2026-01-02T03:04:05Z",
  items: Array.from({ length: 5 }, (_, index) => ({ sku: `AB-100${index}`, quantity: index + 1, price: 9.99 })),
  note: null,
};
const headers = { authorization: "Bearer token", accept: "application/json" };
const json = { ...headers, "content-type": "application/json" };
const calls: readonly Call[] = [
  { method: "GET", path: "/orders?limit=10&status=open", headers, status: 200 },
  { method: "GET", path: `/orders/${order.id}`, headers, status: 200 },
  { method: "POST", path: "/orders", headers: json, body: JSON.stringify(order), status: 201 },
  { method: "POST", path: "/orders", headers: json, body: JSON.stringify({ ...order, items: [] }), status: 422 },
];

const folder = await mkdtemp(join(await cacheFolder(), "bench-mock-"));
try {
  const own = await startOwn();
  await sendAll(own.url, calls, 2000, connections);
  const total = Number(values.requests);
  const parts = 5;
  print("| requests | a second | CPU of the mock, µs a request | heap after gc, MB |");
  print("| --: | --: | --: | --: |");
  let { heap, cpu } = await own.state();
  print(`| after 2,000 to warm up | | | ${megabytes(heap)} |`);
  for (let part = 1; part <= parts; part++) {
    const rate = await sendAll(own.url, calls, total / parts, connections);
    const before = cpu;
    ({ heap, cpu } = await own.state());
    const each = (cpu - before) / (total / parts);
    print(`| ${count((total / parts) * part)} | ${count(rate)} | ${count(each)} | ${megabytes(heap)} |`);
  }
  own.stop();
  const prism = await startPrism(document);
  await sendAll(prism.url, calls, 400, connections);
  const requests = Number(values["prism-requests"]);
  const rate = await sendAll(prism.url, calls, requests, connections);
  print(`| Prism, ${count(requests)} | ${count(rate)} | | |`);
  await prism.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}

interface Own {
  readonly url: string;
  readonly state: () => Promise<ServerState>;
  readonly stop: () => void;
}

/** What `mock/server.ts` says of itself: bytes, and microseconds. */
interface ServerState {
  readonly heap: number;
  readonly cpu: number;
}

/** Generates the package, and starts its mock. */
async function startOwn(): Promise<Own> {
  const diagnostics = collectDiagnostics();
  const templates = templateSources(defaultTemplates, "");
  const options = { cwd: dirname(document), templates, verify: false };
  const generated = await generate(
    targetFor(document, { int64: "number", dates: "string" }),
    options,
    diagnostics,
    () => undefined,
  );
  for (const { path, text } of generated?.files ?? []) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  // What turns TypeScript into JavaScript has no part in the figures.
  const server = fileURLToPath(new URL("mock/server.ts", import.meta.url));
  const entryPoints = { mock: join(folder, "src/mock.ts"), server };
  const outExtension = { ".js": ".mjs" };
  await build({ entryPoints, outdir: folder, outExtension, bundle: true, platform: "node", format: "esm" });
  const profile = values.profile === undefined ? [] : ["--cpu-prof", "--cpu-prof-dir", resolve(values.profile)];
  const child = fork(join(folder, "server.mjs"), [join(folder, "mock.mjs")], { execArgv: ["--expose-gc", ...profile] });
  const { url } = await message<{ readonly url: string }>(child);
  return {
    url,
    state() {
      const answer = message<ServerState>(child);
      child.send("state");
      return answer;
    },
    stop: () => {
      child.disconnect();
    },
  };
}

function message<Message>(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    child.once("exit", reject);
    child.once("message", (value) => {
      child.off("exit", reject);
      // What `mock/server.ts` sends.
      resolve(value as Message);
    });
  });
}

/** Below node_modules, where a package finds nothing that it does not have. */
async function cacheFolder(): Promise<string> {
  const cache = fileURLToPath(new URL("../../node_modules/.cache/openapi-exemplar-tests/", import.meta.url));
  await mkdir(cache, { recursive: true });
  return cache;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function count(value: number): string {
  return Math.round(value).toLocaleString("en");
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
