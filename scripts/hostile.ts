/**
 * Every document of a folder that attacks a generator has the outcome that its manifest says, and nothing of it runs.
 * Exits with 1 where one has not.
 *
 *   npm run hostile -- ../shared/hostile [--filter TEXT] [--templates SET]... [--jobs 2]
 *
 * docs/security.md says what is checked of each. Uses the built command: `npm run build` first.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { HostileResult, HostileTask } from "./hostile/check-hostile.js";
import { compiledModule } from "./hostile/compiled-module.js";
import { readHostileManifest } from "./hostile/manifest.js";
import { runLimited } from "./processes/run-limited.js";
import { runTasks } from "./processes/run-tasks.js";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    filter: { type: "string", default: "" },
    templates: { type: "string", multiple: true, default: [] },
    jobs: { type: "string", default: "2" },
  },
});
const [given] = positionals;
if (given === undefined) throw new Error("Name a folder: npm run hostile -- ../shared/hostile");
const folder = resolve(given);

// Where documents try to get something from: nobody may come.
let visitors = 0;
const listener = createServer((socket) => {
  visitors++;
  socket.destroy();
});
await new Promise<void>((listening) => listener.listen(48123, "127.0.0.1", listening));

// That they would be seen.
const seen = join(await mkdtemp(join(tmpdir(), "exemplar-hostile-")), "network.log");
await runLimited(["--eval", "await fetch('http://127.0.0.1:48123').catch(() => undefined)"], {
  cwd: ".",
  timeout: 20,
  memory: 512,
  nodeArguments: ["--import", await compiledModule("watch-network"), "--input-type=module"],
  env: { WATCHED_NETWORK: seen },
});
if (visitors !== 1 || !(await readFile(seen, "utf8")).includes("48123")) throw new Error("The network is not watched");
await rm(dirname(seen), { recursive: true });
visitors = 0;

const entries = (await readHostileManifest(folder)).filter(({ file }) => file.includes(values.filter));
const templates = values.templates.map((name) => (name.startsWith(".") ? resolve(name) : name));
const tasks = entries.map((entry): HostileTask => ({ folder, entry, templates }));
const limits = { jobs: Number(values.jobs), timeout: 240, memory: 2048 };
const failed: { readonly file: string; readonly failures: readonly string[] }[] = [];
let slowest = { file: "", time: 0 };
const counts = { generated: 0, refused: 0 };
const started = performance.now();
await runTasks<HostileTask, HostileResult>(
  new URL("hostile/worker.ts", import.meta.url),
  tasks,
  limits,
  ({ entry: { file, verdict } }, outcome) => {
    const failures = outcome.kind === "done" ? outcome.result.failures : [outcome.why];
    if (outcome.kind === "done") {
      counts[outcome.result.outcome]++;
      if (outcome.result.time > slowest.time) slowest = { file, time: outcome.result.time };
    }
    if (failures.length > 0) failed.push({ file, failures });
    const what = outcome.kind === "done" ? outcome.result.outcome : "lost";
    console.log(`${failures.length === 0 ? "✔" : "✖"} ${file} (${verdict}): ${what}`);
  },
);
listener.close();
if (visitors > 0) failed.push({ file: "127.0.0.1:48123", failures: [`${visitors} connections`] });

for (const { file, failures } of failed.sort((one, other) => (one.file < other.file ? -1 : 1)))
  console.log(`\n✖ ${file}\n${failures.map((failure) => `    ${failure}`).join("\n")}`);
const seconds = Math.round((performance.now() - started) / 1000);
console.log(
  `\n${entries.length} documents in ${seconds} s: ${counts.generated} generated, ${counts.refused} refused, ` +
    `${failed.length} not as they must be. Slowest: ${slowest.file}, ${Math.round(slowest.time)} ms.`,
);
process.exitCode = failed.length === 0 && entries.length > 0 ? 0 : 1;
