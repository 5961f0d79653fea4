/**
 * The dynamic oracle, in a process that is thrown away: imports each module of a generated package, calls every function
 * that is exported, and asks its mock, also on a port, for every operation. Prints what is wrong, as a JSON list.
 *
 *   node exercise-package.mjs FOLDER
 */
import { readdirSync, writeSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { serveMock } from "../../generator/mock/serve-mock.js";

type Callable = (...args: readonly unknown[]) => unknown;
type Module = Readonly<Record<string, unknown>>;

const [folder = "."] = process.argv.slice(2);
const problems: string[] = [];
const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Promise.prototype];
const keysBefore = prototypes.map((prototype) => Reflect.ownKeys(prototype).length);
const realFetch = globalThis.fetch;
const silentFetch = () => Promise.resolve(Response.json({}));
globalThis.fetch = silentFetch;
process.on("unhandledRejection", () => undefined);
process.on("uncaughtException", () => undefined);

/** Has a marker run, or a prototype been changed? */
function look(after: string): void {
  if (Reflect.get(globalThis, "__PWNED__") !== undefined) problems.push(`the marker ran: ${after}`);
  Reflect.deleteProperty(globalThis, "__PWNED__");
  prototypes.forEach((prototype, index) => {
    if (Reflect.ownKeys(prototype).length !== keysBefore[index]) problems.push(`a prototype has new keys: ${after}`);
  });
}

/** Waits for whatever a call gives, for half a second. */
async function settle(value: unknown): Promise<unknown> {
  const late = new Promise<null>((resolve) => {
    setTimeout(() => {
      resolve(null);
    }, 500).unref();
  });
  return await Promise.race([Promise.resolve(value), late]);
}

/** Calls; what it throws is of no interest. */
async function attempt(call: () => unknown): Promise<unknown> {
  try {
    const value = await settle(call());
    // Generators and streams do nothing until they are asked.
    const iterator: unknown =
      value === null || value === undefined ? null : Reflect.get(Object(value), Symbol.asyncIterator);
    if (typeof iterator === "function") {
      await settle((Reflect.apply(iterator as Callable, value, []) as AsyncIterator<unknown>).next());
    }
    return value;
  } catch {
    return undefined;
  }
}

const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".js"));
const modules = new Map<string, Module>();
for (const path of files.sort()) {
  try {
    modules.set(path, (await import(pathToFileURL(join(folder, path)).href)) as Module);
  } catch (error) {
    problems.push(`${path} cannot be imported: ${String(error).slice(0, 200)}`);
  }
  look(`importing ${path}`);
}

const index = modules.get("index.js") ?? {};
const operations = modules.get("operations/index.js") ?? {};
const fixtures = modules.get("fixtures/index.js") ?? {};
const dummies: readonly (readonly unknown[])[] = [[], ["x", "y", "z"], [{}, {}, {}], [["x"], ["y"]], [1, true, null]];

function clientWith(fetch: Callable): unknown {
  const auth = new Proxy({}, { get: () => "secret", has: () => true });
  return typeof index["createClient"] === "function"
    ? Reflect.apply(index["createClient"] as Callable, null, [{ fetch, auth, baseUrl: "http://127.0.0.1:1" }])
    : {};
}

/** Every operation with its own fixture, and with nonsense. */
async function callOperations(fetch: Callable): Promise<void> {
  const client = await attempt(() => clientWith(fetch));
  for (const [name, operation] of Object.entries(operations)) {
    if (typeof operation !== "function") continue;
    const request: unknown = Reflect.get(Object(fixtures[name]), "request");
    for (const input of [request, {}, new Proxy({}, { get: () => "x" }), undefined]) {
      for (const headers of [{}, { prefer: "code=400" }]) {
        const promise = await attempt(() => Reflect.apply(operation, null, [client, input, { headers, retry: false }]));
        await attempt(() => Reflect.apply(Reflect.get(Object(promise), "result") as Callable, promise, []));
      }
    }
    look(`calling ${name}`);
  }
}

for (const [path, module] of modules) {
  for (const [name, value] of Object.entries(module)) {
    if (typeof value !== "function") continue;
    for (const args of dummies) {
      await attempt(() => Reflect.apply(value, null, args));
      await attempt(() => Reflect.construct(value, args) as unknown);
    }
    await attempt(() =>
      Reflect.apply(value, null, [clientWith(silentFetch), Reflect.get(Object(fixtures[name]), "request")]),
    );
    look(`calling ${name} of ${path}`);
  }
}
await callOperations(silentFetch);

const createMock = modules.get("mock.js")?.["createMock"];
if (typeof createMock === "function") {
  const mock = Reflect.apply(createMock as Callable, null, [{}]) as (request: Request) => Promise<Response>;
  const asked = (url: unknown, init: unknown) => mock(new Request(String(url), init as RequestInit));
  await callOperations(asked);
  const server = await serveMock(mock);
  // The client believes to speak to its server, and speaks to the mock on its port.
  const overSocket = async (url: unknown, init: unknown) => {
    const { pathname, search } = new URL(String(url));
    const answer = await realFetch(`${server.url}${pathname}${search}`, init as RequestInit);
    if (answer.headers.has("x-injected")) problems.push("a header was injected");
    const text = await answer.clone().text();
    if (/\n {4}at /.test(text)) problems.push(`a stack in an answer: ${text.slice(0, 200)}`);
    return answer;
  };
  await callOperations(overSocket);
  for (const path of ["/", "/..%2f..%2fetc/passwd", `/${"a-".repeat(25_000)}`, "/%zz", "/__proto__", "/constructor"]) {
    const started = performance.now();
    const answer = await mock(new Request(`http://127.0.0.1${path}`));
    if (answer.status >= 500) problems.push(`the mock answers ${String(answer.status)} to ${path.slice(0, 30)}`);
    if (performance.now() - started > 2000)
      problems.push(`the mock takes ${String(performance.now() - started)} ms for ${path.slice(0, 30)}`);
  }
  await server.close();
  look("asking the mock");
}

writeSync(1, `\n${JSON.stringify([...new Set(problems)])}\n`);
process.exit(0);
