/** The command itself: killed while it writes, twice at once, and as a user who may not write. */
import { spawn } from "node:child_process";
import { chmod, cp, readdir, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { command, contentOf, exemplar, giveTo, makeKillProject } from "./project.js";

export interface CommandReport {
  readonly runs: number;
  readonly failures: readonly string[];
  /** What there is to say of them. */
  readonly note: string;
}

interface Contents {
  readonly a: string;
  readonly b: string;
}

/** What an undisturbed run writes, of each document, to `out`; that of `a` stays there. */
async function undisturbed(folder: string): Promise<Contents> {
  await exemplar(folder, ["generate", "b.yml", "-o", "out"]);
  const b = await contentOf(join(folder, "out"));
  await rm(join(folder, "out"), { recursive: true });
  await exemplar(folder, ["generate", "a.yml", "-o", "out"]);
  await cp(join(folder, "out"), join(folder, "old"), { recursive: true });
  return { a: await contentOf(join(folder, "out")), b };
}

function nameOf(content: string, { a, b }: Contents): string {
  return content === a ? "a" : content === b ? "b" : "a mixture";
}

async function restore(folder: string): Promise<void> {
  await rm(join(folder, "out"), { recursive: true, force: true });
  await cp(join(folder, "old"), join(folder, "out"), { recursive: true });
}

/** `generate` killed after it has begun to write; `check` and `generate`, in turn, are the next command. */
export async function killCommand(kills: number, random: () => number): Promise<CommandReport> {
  const folder = await makeKillProject();
  const failures: string[] = [];
  let [old, fresh] = [0, 0];
  try {
    const contents = await undisturbed(folder);
    for (let kill = 0; kill < kills; kill++) {
      await restore(folder);
      await killedRun(folder, random() * 40);
      const next = kill % 2 === 0 ? "check" : "generate";
      const run = await exemplar(folder, [next, "b.yml", "-o", "out"]);
      const found = nameOf(await contentOf(join(folder, "out")), contents);
      if (found === "a mixture" || (next === "generate" && found !== "b"))
        failures.push(`kill ${kill}: ${found} after ${next}`);
      if (next === "check" && run.status !== (found === "b" ? 0 : 1))
        failures.push(`kill ${kill}: check says ${String(run.status)} of ${found}`);
      if (next === "generate" && run.status !== 0) failures.push(`kill ${kill}: ${run.stderr}`);
      if (found === "a") old++;
      else fresh++;
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return { runs: kills, failures, note: `${old} with the old output, ${fresh} with the new one` };
}

/** Ends when the run is dead. */
async function killedRun(folder: string, delay: number): Promise<void> {
  const child = spawn(process.execPath, [command, "generate", "b.yml", "-o", "out"], { cwd: folder, stdio: "ignore" });
  const ended = new Promise((resolve) => child.once("close", resolve));
  while (child.exitCode === null && !existsSync(join(folder, "out/.exemplar/lock"))) await new Promise(setImmediate);
  await new Promise((resolve) => setTimeout(resolve, delay));
  child.kill("SIGKILL");
  await ended;
}

/** Two runs on one folder at the same time. */
export async function tryTwoAtOnce(rounds: number): Promise<CommandReport> {
  const folder = await makeKillProject();
  const failures: string[] = [];
  const statuses: string[] = [];
  try {
    const contents = await undisturbed(folder);
    for (let round = 0; round < rounds; round++) {
      await rm(join(folder, "out"), { recursive: true, force: true });
      const runs = await Promise.all(
        ["a.yml", "b.yml"].map((path) => exemplar(folder, ["generate", path, "-o", "out"])),
      );
      const found = nameOf(await contentOf(join(folder, "out")), contents);
      if (found === "a mixture") failures.push(`round ${round}: ${found}`);
      for (const { status, stderr } of runs) {
        if (status !== 0 && !(status === 1 && stderr.includes("[output-locked]")))
          failures.push(`round ${round}: ${stderr}`);
      }
      statuses.push(runs.map(({ status }) => String(status)).join("+"));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return { runs: rounds, failures, note: `exit statuses: ${statuses.join(", ")}` };
}

/** A user without rights: for root, nothing is read-only. Null where it cannot be tried. */
function unprivilegedUser(): number | null {
  const own = process.getuid?.();
  return own === undefined ? null : own === 0 ? 65_534 : own;
}

/** Files and folders that the user may not write. */
export async function tryReadOnly(): Promise<CommandReport> {
  const user = unprivilegedUser();
  if (user === null) return { runs: 0, failures: [], note: "skipped: this system has no users" };
  const folder = await makeKillProject();
  const failures: string[] = [];
  const cases: readonly (readonly [string, number])[] = [
    ["out/src/index.ts", 0o444],
    ["out/package.json", 0o444],
    ["out/.exemplar/manifest.json", 0o444],
    ["out/src/operations", 0o555],
    ["out/src", 0o555],
    ["out/.exemplar", 0o555],
    ["out", 0o555],
  ];
  try {
    const contents = await undisturbed(folder);
    for (const [path, mode] of cases) {
      await restore(folder);
      if (process.getuid?.() === 0) await giveTo(folder, user);
      await chmod(join(folder, path), mode);
      const run = await exemplar(folder, ["generate", "b.yml", "-o", "out"], user);
      const found = nameOf(await contentOf(join(folder, "out")), contents);
      await chmod(join(folder, path), mode | 0o200);
      const isRefused = run.status === 1 && found === "a" && /\[output-not-writable\]/.test(run.stderr);
      // Where nothing of it has to be written, or a rename is all that it takes, it is written.
      if (!isRefused && !(run.status === 0 && found === "b"))
        failures.push(`${path}: exit ${String(run.status)}, ${found}: ${run.stderr.slice(0, 400)}`);
      const next = await exemplar(folder, ["generate", "b.yml", "-o", "out"], user);
      const last = nameOf(await contentOf(join(folder, "out")), contents);
      if (next.status !== 0 || last !== "b")
        failures.push(`${path}: after it may be written again: ${last}: ${next.stderr.slice(0, 400)}`);
    }
    const left = (await readdir(join(folder, "out/.exemplar"))).filter((name) => name !== "manifest.json");
    if (left.length > 0) failures.push(`left behind: ${left.join(", ")}`);
  } finally {
    await rm(folder, { recursive: true });
  }
  return { runs: cases.length, failures, note: `as user ${user}` };
}
