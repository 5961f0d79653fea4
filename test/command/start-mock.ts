/** `exemplar mock` in a process of its own, on a port that is free. */
import { spawn } from "node:child_process";
import { afterAll } from "vitest";
import { builtCommand } from "../built-command.js";

export interface StartedMock {
  readonly url: string;
  readonly stderr: () => string;
  readonly stdout: () => string;
  /** Resolves when stderr or stdout has the text. */
  readonly said: (text: string) => Promise<void>;
  /** Sends a signal; resolves to the exit status. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

const running = new Set<() => void>();
afterAll(() => {
  for (const kill of running) kill();
});

/** Resolves when it listens; rejects with what it said where it ends before. */
export async function startMock(
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<StartedMock> {
  const { PATH = "", HOME = "" } = process.env;
  const command = [builtCommand, "mock", "--port", "0"];
  const child = spawn(process.execPath, [...command, ...args], {
    cwd,
    env: { PATH, HOME, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const kill = () => child.kill("SIGKILL");
  running.add(kill);
  let [stdout, stderr] = ["", ""];
  const waiting = new Set<() => void>();
  const heard = () => {
    for (const look of [...waiting]) look();
  };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    heard();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    heard();
  });
  const closed = new Promise<number | null>((resolve) => {
    child.on("close", (status) => {
      running.delete(kill);
      resolve(status);
      heard();
    });
  });
  const said = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const isThere = stdout.includes(text) || stderr.includes(text);
        if (!isThere && running.has(kill)) return;
        waiting.delete(look);
        if (isThere) resolve();
        else reject(new Error(`It ended, and said:\n${stdout}${stderr}`));
      };
      waiting.add(look);
      look();
    });
  await said(args.includes("--json") ? '"listening"' : "stops it");
  return {
    url: /http:\/\/[\d.]+:\d+/.exec(`${stdout}${stderr}`)?.[0] ?? "",
    stderr: () => stderr,
    stdout: () => stdout,
    said,
    stop: (signal = "SIGINT") => {
      child.kill(signal);
      return closed;
    },
  };
}
