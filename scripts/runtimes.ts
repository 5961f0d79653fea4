/**
 * The scenarios of `test/wire/scenarios` on real sockets, in other runtimes than that of the tests: three versions of
 * Node, Deno and Bun.
 *
 *   npm run runtimes [-- text in the names of the scenarios]
 *
 * Exits with 1 where one fails. The runtimes come from npm at first, then from a cache; without Deno and Bun it goes on.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startMisbehavingServer } from "../test/wire/misbehaving-server.js";
import { bundleScenarios } from "../test/wire/scenarios/bundle-scenarios.js";
import { playInProcess } from "../test/wire/scenarios/play-in-process.js";
import { programOf, type Runtime, runtimes } from "./runtimes/programs.js";

const folder = mkdtempSync(join(tmpdir(), "exemplar-runtimes-"));
const server = await startMisbehavingServer();
try {
  const bundle = join(folder, "scenarios.mjs");
  writeFileSync(bundle, await bundleScenarios("in-process"));
  for (const runtime of runtimes) await play(runtime, bundle);
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Plays all scenarios in a runtime, and says how it went. */
async function play(runtime: Runtime, bundle: string): Promise<void> {
  const title = `${runtime.name} ${runtime.version}`.padEnd(14);
  const program = programOf(runtime);
  if (!program) {
    process.stdout.write(`${title} could not be installed\n`);
    if (!runtime.isOptional) process.exitCode = 1;
    return;
  }
  const started = performance.now();
  const all = await playInProcess(program, bundle, server, process.argv[2]);
  const time = ((performance.now() - started) / 1000).toFixed(1);
  const count = (wanted: string) => String(all.filter(({ outcome }) => outcome === wanted).length).padStart(4);
  process.stdout.write(
    `${title} ${count("passed")} passed ${count("left out")} left out ${count("failed")} failed ${time.padStart(6)} s\n`,
  );
  for (const { name, problem } of all.filter(({ outcome }) => outcome === "failed")) {
    process.exitCode = 1;
    process.stdout.write(`  ${name}\n    ${(problem ?? "").trim().replaceAll("\n", "\n    ")}\n`);
  }
}
