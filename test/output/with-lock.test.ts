import { spawnSync } from "node:child_process";
import { mkdir, readFile, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { execPath, pid, ppid } from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { withLock } from "../../generator/output/with-lock.js";
import { readTree, temporaryOutput, writeTree } from "./output-folder.js";

const here = hostname();

/** The id of a process that has ended. */
function deadPid(): number {
  return spawnSync(execPath, ["-e", ""]).pid;
}

async function leaveLock(out: string, text: string, age = 0): Promise<void> {
  await mkdir(join(out, ".exemplar"), { recursive: true });
  const lock = join(out, ".exemplar/lock");
  await writeFile(lock, text);
  const time = new Date(Date.now() - age);
  await utimes(lock, time, time);
}

describe("withLock", () => {
  it("holds the lock while it runs, and leaves nothing", async () => {
    const out = await temporaryOutput();
    const outcome = await withLock(out, 0, () => readFile(join(out, ".exemplar/lock"), "utf8"));
    expect(outcome).toEqual({ locked: true, value: JSON.stringify({ pid, host: here }) });
    expect(await readTree(join(out, ".."))).toEqual({});
  });

  it("leaves nothing after a failure either, and the lock is free", async () => {
    const out = await temporaryOutput();
    await expect(withLock(out, 0, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await readTree(join(out, ".."))).toEqual({});
    expect(await withLock(out, 0, () => Promise.resolve(1))).toEqual({ locked: true, value: 1 });
  });

  it("keeps the folders that something was put into", async () => {
    const out = await temporaryOutput();
    await withLock(out, 0, () => writeTree(out, { "a.ts": "a" }));
    expect(await readTree(join(out, ".."))).toEqual({ "out/a.ts": "a" });
  });

  it("lets one in at a time", async () => {
    const out = await temporaryOutput();
    await mkdir(join(out, ".exemplar"), { recursive: true });
    let inside = 0;
    const run = async (): Promise<number> => {
      inside++;
      await sleep(5);
      return inside--;
    };
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => withLock(out, 10_000, run)));
    expect(outcomes).toEqual(outcomes.map(() => ({ locked: true, value: 1 })));
  });

  it.each<[string, () => string, number]>([
    ["a process that has ended", () => JSON.stringify({ pid: deadPid(), host: here }), 0],
    ["an earlier process with our id", () => JSON.stringify({ pid, host: here }), 0],
    ["another machine, long ago", () => JSON.stringify({ pid: 1, host: `not-${here}` }), 10 * 60_000],
    ["a process that has run for too long", () => JSON.stringify({ pid: ppid, host: here }), 10 * 60_000],
    ["a process that ended while it wrote it", () => "", 3_000],
  ])("takes over the lock of %s", async (_, text, age) => {
    const out = await temporaryOutput();
    await leaveLock(out, text(), age);
    const runs = await Promise.all([1, 2, 3].map((value) => withLock(out, 5_000, () => Promise.resolve(value))));
    expect(runs).toEqual([1, 2, 3].map((value) => ({ locked: true, value })));
    expect(await readTree(out)).toEqual({ ".exemplar/": "" });
  });

  it.each([
    ["a process that runs", JSON.stringify({ pid: ppid, host: here })],
    ["another machine", JSON.stringify({ pid: 1, host: `not-${here}` })],
    ["a process that is just writing it", ""],
    ["a process group", JSON.stringify({ pid: -1, host: here })],
  ])("waits for the lock of %s, and gives up", async (_, text) => {
    const out = await temporaryOutput();
    await leaveLock(out, text);
    const start = Date.now();
    expect(await withLock(out, 200, () => Promise.reject(new Error("ran")))).toEqual({ locked: false });
    expect(Date.now() - start).toBeGreaterThanOrEqual(190);
    expect(await readTree(out)).toEqual({ ".exemplar/lock": text });
  });
});
