/** The scenarios on real sockets, in the Node that runs the tests. `npm run runtimes` plays them in others. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type MisbehavingServer, startMisbehavingServer } from "./misbehaving-server.js";
import { allScenarios } from "./scenarios/all-scenarios.js";
import { bundleScenarios } from "./scenarios/bundle-scenarios.js";
import { endsByItself, nodeArgs, playInProcess } from "./scenarios/play-in-process.js";
import type { Played } from "./scenarios/play-scenarios.js";

let folder: string;
let server: MisbehavingServer;
let played: ReadonlyMap<string, Played>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "exemplar-scenarios-"));
  server = await startMisbehavingServer();
  const bundle = join(folder, "scenarios.mjs");
  await writeFile(bundle, await bundleScenarios("in-process"));
  const all = await playInProcess({ path: process.execPath, args: nodeArgs }, bundle, server);
  played = new Map(all.map((each) => [each.name, each]));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const names = allScenarios.map(({ name }) => name);

it.each([...names, endsByItself])("%s", (name) => {
  const { outcome, problem } = played.get(name) ?? {};
  expect(problem).toBeUndefined();
  expect(outcome).toBe("passed");
});

it("each scenario has a name of its own", () => {
  expect(new Set(names).size).toBe(names.length);
});

it("they need nothing of Node: there is a bundle for pages", async () => {
  expect(await bundleScenarios("in-page")).toContain("var scenarios =");
});
