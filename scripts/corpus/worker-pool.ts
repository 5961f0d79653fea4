/** Worker processes with a time and a memory limit for each document: what happens to one does not happen to others. */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Outcome, Task } from "./outcome.js";

export interface Limits {
  /** Processes that run at once. */
  readonly jobs: number;
  /** Seconds for a document. */
  readonly timeout: number;
  /** Megabytes of JavaScript heap of a process. */
  readonly memory: number;
}

interface Worker {
  readonly process: ChildProcess;
  /** The end of what it wrote to stderr. */
  complaint: string;
  /** Documents that it has checked. */
  checked: number;
}

/**
 * Checks documents, some at a time.
 * @param onOutcome called in the order of the tasks, as soon as it is known of all before
 */
export async function checkAll(
  tasks: readonly Task[],
  limits: Limits,
  onOutcome: (task: Task, outcome: Outcome) => void,
): Promise<void> {
  const outcomes = new Map<Task, Outcome>();
  const queue = tasks.values();
  let told = 0;
  const tell = () => {
    for (let task = tasks[told]; task !== undefined; task = tasks[told]) {
      const outcome = outcomes.get(task);
      if (outcome === undefined) return;
      told++;
      onOutcome(task, outcome);
    }
  };
  const work = async () => {
    let worker: Worker | null = null;
    for (const task of queue) {
      worker ??= startWorker(limits);
      let outcome = await check(worker, task, limits);
      // What it died of may be the documents before: a fresh one tries again.
      if (outcome === "died" && worker.checked > 0) {
        worker = startWorker(limits);
        outcome = await check(worker, task, limits);
      }
      outcomes.set(
        task,
        typeof outcome === "string" ? lost(outcome === "died" ? reason(worker, limits) : outcome, limits) : outcome,
      );
      worker.checked++;
      if (typeof outcome === "string") worker = null;
      tell();
    }
    worker?.process.kill();
  };
  await Promise.all(Array.from({ length: Math.min(limits.jobs, tasks.length) }, work));
}

function startWorker({ memory }: Limits): Worker {
  const child = fork(fileURLToPath(new URL("worker.ts", import.meta.url)), [], {
    execArgv: ["--import", import.meta.resolve("tsx"), `--max-old-space-size=${memory}`],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const worker: Worker = { process: child, complaint: "", checked: 0 };
  child.stderr?.on("data", (chunk: Buffer) => {
    worker.complaint = (worker.complaint + chunk.toString()).slice(-4000);
  });
  return worker;
}

/** Sends a task; the outcome, or how the process ended without one. */
async function check({ process: child }: Worker, task: Task, { timeout }: Limits): Promise<Outcome | "died" | "late"> {
  return await new Promise((settle) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill("SIGKILL");
    }, timeout * 1000);
    const finish = (outcome: Outcome | "died" | "late") => {
      clearTimeout(timer);
      child.removeListener("message", onMessage);
      child.removeListener("close", onClose);
      settle(outcome);
    };
    // The worker sends nothing but outcomes.
    const onMessage = (outcome: unknown) => {
      finish(outcome as Outcome);
    };
    const onClose = () => {
      finish(isLate ? "late" : "died");
    };
    child.on("message", onMessage);
    child.on("close", onClose);
    if (child.connected) child.send(task);
  });
}

function reason({ process: child, complaint }: Worker, { memory }: Limits): string {
  if (complaint.includes("heap out of memory")) return `needed more than ${memory} MB`;
  const last =
    complaint
      .trim()
      .split("\n")
      .findLast((line) => /\w/.test(line)) ?? "";
  return `the process ended with ${child.signalCode ?? child.exitCode ?? "nothing"}: ${last.slice(0, 300)}`;
}

function lost(why: string, { timeout }: Limits): Outcome {
  const what = why === "late" ? `no outcome in ${timeout} s` : why;
  return {
    kind: "failed",
    operations: 0,
    warnings: 0,
    calls: 0,
    time: 0,
    failures: [{ stage: "process", where: "", what }],
    omissions: [],
  };
}
