/** One process with a time and a memory limit, and what it printed. */
import { spawn } from "node:child_process";

export interface LimitedRun {
  readonly status: number | null;
  /** True where it was stopped. */
  readonly isLate: boolean;
  readonly stdout: string;
  readonly stderr: string;
  /** Milliseconds. */
  readonly time: number;
}

export interface LimitedOptions {
  readonly cwd: string;
  /** Seconds. */
  readonly timeout: number;
  /** Megabytes of JavaScript heap. */
  readonly memory: number;
  /** Node's own arguments. */
  readonly nodeArguments?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** User and group, where it is not to be root. */
  readonly uid?: number;
}

/** Runs node with these arguments, without a terminal and with next to nothing in its environment. */
export async function runLimited(args: readonly string[], options: LimitedOptions): Promise<LimitedRun> {
  const { cwd, timeout, memory, nodeArguments = [], env = {}, uid } = options;
  const started = performance.now();
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [`--max-old-space-size=${memory}`, ...nodeArguments, ...args], {
    cwd,
    env: { PATH, HOME, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    ...(uid !== undefined && { uid, gid: uid }),
  });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    child.kill("SIGKILL");
  }, timeout * 1000);
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => {
      clearTimeout(timer);
      resolve({ status, isLate, stdout, stderr, time: performance.now() - started });
    });
  });
}
