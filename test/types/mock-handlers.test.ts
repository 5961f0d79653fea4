/** What compiles of handlers and records of a mock, and what does not. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { typeErrors } from "../type-errors.js";

const folder = fileURLToPath(new URL("../../generated/zoom-account/src/", import.meta.url));
const sources = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path: `/package/src/${path.slice(folder.length)}`, text: readFileSync(path, "utf8") }));

const before = `import { createMock } from "./mock.js";
const mock = createMock({ delay: () => 5, seed: 1 });
const account = { id: "1", owner_id: "2", owner_email: "a@b.c", created_at: "2026-01-01T00:00:00Z" };
`;

const right = [
  'mock.on("accountCreate", ({ body }) => ({ ...account, owner_email: body.email }));',
  'mock.on("accountCreate", async ({ request }) => ({ ...account, id: await request.text() }));',
  'mock.on("accountCreate", (_, reply) => reply(200, account, { headers: { "x-a": "1" } }));',
  'mock.on("accountCreate", (_, reply) => reply(404, { anything: true }));',
  'mock.on("accountCreate", () => new Response(null, { status: 500 }));',
  'mock.on("accountCreate", () => undefined);',
  'mock.on("accountCreate", ({ body }) => { if (body.email === "") return account; return undefined; });',
  'mock.on("accountCreate", () => {});',
  'mock.on("accountCreate", async () => {});',
  'const stop: () => void = mock.on("accountList", ({ request }) => { request.headers.get("a"); }); stop();',
  'for (const seen of mock.requests) if (seen.operation === "accountCreate") { const email: string | undefined = seen.input?.body.email; String(email); }',
  "mock.reset();",
  "const answer: Promise<Response> = mock(new Request('http://a.test')); void answer;",
];

const wrong: readonly (readonly [code: string, says: RegExp])[] = [
  ['mock.on("accountCreat", () => undefined);', /accountCreat/],
  ['mock.on("accountCreate", () => ({ ...account, id: 1 }));', /number/],
  ['mock.on("accountCreate", () => ({ id: "1" }));', /owner_id|not assignable/],
  ['mock.on("accountCreate", async () => ({ id: "1" }));', /owner_id|not assignable/],
  ['mock.on("accountCreate", (_, reply) => reply(200, { id: "1" }));', /owner_id|not assignable/],
  ['mock.on("accountCreate", (_, reply) => reply(200));', /Expected 2-3 arguments/],
  ['mock.on("accountCreate", ({ body }) => ({ ...account, id: body.nope }));', /nope/],
  ['mock.on("accountCreate", ({ path }) => account);', /path/],
  ["mock.requests.push();", /push/],
  ['createMock({ errors: "none" });', /none/],
];

it("handlers have the types of their operations", () => {
  const lines = [...right.map((code) => ({ code, says: null })), ...wrong.map(([code, says]) => ({ code, says }))];
  // Each in a block of its own, on a line of its own.
  const use = before + lines.map(({ code }) => `{ ${code} }`).join("\n");
  const errors = typeErrors([...sources, { path: "/package/src/use.ts", text: use }]);
  const first = before.split("\n").length;
  const outcomes = lines.map(({ code, says }, index) => {
    const own = errors.filter((error) => error.startsWith(`/package/src/use.ts:${first + index}:`));
    return { code, isFine: says === null ? own.length === 0 : says.test(own.join()), own: says === null ? own : [] };
  });
  expect(outcomes.filter(({ isFine }) => !isFine)).toEqual([]);
  expect(errors.filter((error) => !error.startsWith("/package/src/use.ts"))).toEqual([]);
});
