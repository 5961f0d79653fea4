/** A disk that is full: a small file system in memory, which is filled at more and more points of a run. */
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { emit, recover } from "../../generator/output/emit.js";
import { twoOutputs, whichOutput } from "./outputs.js";

export interface FullDiskReport {
  /** Null, or why it could not be tried. */
  readonly skipped: string | null;
  readonly runs: number;
  /** Runs that the disk stopped. */
  readonly stopped: number;
  readonly failures: readonly string[];
}

/** Where one may mount (Linux, as root). @param runs how many sizes of the disk */
export async function tryFullDisk(runs: number): Promise<FullDiskReport> {
  const root = await mkdtemp(join(tmpdir(), "exemplar-full-"));
  try {
    mount(root, 64_000);
  } catch (error) {
    await rm(root, { recursive: true });
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return { skipped: `no file system can be mounted here: ${reason}`, runs: 0, stopped: 0, failures: [] };
  }
  const outputs = twoOutputs(60);
  const [a, b] = outputs;
  const failures: string[] = [];
  let stopped = 0;
  try {
    for (let run = 0; run < runs; run++) {
      const out = join(root, `out-${run}`);
      await mkdir(out);
      await emit(out, a.files, a.name, collectDiagnostics());
      // From no room at all to almost enough.
      remount(root, usedKilobytes(root) + Math.round((run / runs) * 700));
      const diagnostics = collectDiagnostics();
      const result = await emit(out, b.files, b.name, diagnostics);
      const codes = diagnostics.list().map(({ code }) => code);
      if (result === null) stopped++;
      if (result === null && codes.length === 0) failures.push(`run ${run}: stopped without a word`);
      const left = await whichOutput(out, outputs);
      // With a journal it may be in the middle: then the next run ends it, when there is room.
      if (left !== "a" && left !== "b" && !codes.includes("output-incomplete")) failures.push(`run ${run}: ${left}`);
      remount(root, 64_000);
      await recover(out, collectDiagnostics());
      const found = await whichOutput(out, outputs);
      if (found !== "a" && found !== "b") failures.push(`run ${run}: after the next command: ${found}`);
      if (result !== null && found !== "b") failures.push(`run ${run}: done, and not there`);
      await emit(out, b.files, b.name, collectDiagnostics());
      if ((await whichOutput(out, outputs)) !== "b") failures.push(`run ${run}: cannot be generated again`);
      await rm(out, { recursive: true });
    }
  } finally {
    execFileSync("umount", [root]);
    await rm(root, { recursive: true });
  }
  return { skipped: null, runs, stopped, failures };
}

function mount(folder: string, kilobytes: number): void {
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", folder], { stdio: "pipe" });
}

function remount(folder: string, kilobytes: number): void {
  execFileSync("mount", ["-o", `remount,size=${kilobytes}k`, folder], { stdio: "pipe" });
}

function usedKilobytes(folder: string): number {
  const lines = execFileSync("df", ["-k", "--output=used", folder], { encoding: "utf8" }).trim().split("\n");
  return Number(lines.at(-1));
}
