/** Runs that are killed at a random moment while they write, and what the next run makes of it. */
import { type ChildProcess, fork } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { emit, recover } from "../../generator/output/emit.js";
import { compiledChild } from "./compiled-child.js";
import { type Output, twoOutputs, whichOutput } from "./outputs.js";

export interface KillReport {
  readonly kills: number;
  /** How many had written nothing yet, were in the middle (the next run completed or undid them), and had ended. */
  readonly before: number;
  readonly during: number;
  readonly after: number;
  /** What was there in the end: the old output or the new one. */
  readonly old: number;
  readonly new: number;
  readonly failures: readonly string[];
}

/**
 * Kills a number of runs.
 * @param random between 0 and 1: when, as a share of what an undisturbed run takes
 * @param files of the outputs
 */
export async function killEmit(kills: number, random: () => number, files: number): Promise<KillReport> {
  const root = await mkdtemp(join(tmpdir(), "exemplar-kill-"));
  try {
    const outputs = twoOutputs(files);
    const child = await compiledChild(root);
    for (const { name, files: list } of outputs) await writeFile(join(root, `${name}.json`), JSON.stringify(list));
    const time = await undisturbed(root, child, outputs);
    const counts = { before: 0, during: 0, after: 0, old: 0, new: 0 };
    const failures: string[] = [];
    for (let kill = 0; kill < kills; kill++) {
      const outcome = await killOne(root, child, outputs, kill, random() * 1.1 * time);
      if ("failure" in outcome) failures.push(`kill ${kill}: ${outcome.failure}`);
      else {
        counts[outcome.moment]++;
        counts[outcome.left]++;
      }
    }
    return { kills, ...counts, failures };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** How long a run takes that nobody kills, in milliseconds. */
async function undisturbed(root: string, child: string, [a, b]: readonly [Output, Output]): Promise<number> {
  const out = join(root, "timed");
  await emit(out, a.files, a.name, collectDiagnostics());
  const started = await start(child, out, root, b);
  const before = performance.now();
  started.send("go");
  await new Promise((resolve) => started.once("close", resolve));
  return performance.now() - before;
}

async function start(child: string, out: string, root: string, { name }: Output): Promise<ChildProcess> {
  const started = fork(child, [out, join(root, `${name}.json`), name], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await new Promise((resolve) => started.once("message", resolve));
  return started;
}

type Outcome =
  { readonly moment: "before" | "during" | "after"; readonly left: "old" | "new" } | { readonly failure: string };

async function killOne(
  root: string,
  child: string,
  outputs: readonly [Output, Output],
  number: number,
  delay: number,
): Promise<Outcome> {
  const out = join(root, `out-${number}`);
  const [a, b] = outputs;
  await mkdir(out);
  await emit(out, a.files, a.name, collectDiagnostics());
  const running = await start(child, out, root, b);
  const ended = new Promise((resolve) => running.once("close", resolve));
  const said: unknown[] = [];
  running.on("message", (message) => said.push(message));
  running.send("go");
  await new Promise((resolve) => setTimeout(resolve, delay));
  running.kill("SIGKILL");
  await ended;
  const untouched = await whichOutput(out, outputs);

  // What both commands begin with.
  const diagnostics = collectDiagnostics();
  const isRecovered = await recover(out, diagnostics);
  const codes = diagnostics.list().map(({ code }) => code);
  if (!isRecovered) return { failure: `not recovered: ${codes.join(", ")}` };
  const found = await whichOutput(out, outputs);
  if (found !== "a" && found !== "b") return { failure: found };
  if (codes.some((code) => code !== "output-recovered")) return { failure: `said of it: ${codes.join(", ")}` };
  if (said.includes("done") && found !== "b") return { failure: "it was done, and what it wrote is gone" };
  // And whoever generates again gets the new output.
  await emit(out, b.files, b.name, diagnostics);
  const last = await whichOutput(out, outputs);
  if (last !== "b") return { failure: `after the next run: ${last}` };
  await rm(out, { recursive: true });
  const moment = untouched === "a" ? "before" : untouched === "b" ? "after" : "during";
  return { moment, left: found === "a" ? "old" : "new" };
}
