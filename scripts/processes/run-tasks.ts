/** Tasks in processes of their own, with a time and a memory limit for each: what happens to one does not happen to others. */
import { type ChildProcess, fork } from "node:child_process";

export interface TaskLimits {
  /** Processes that run at once. */
  readonly jobs: number;
  /** Seconds for a task, or for a part of it, of which its worker tells. */
  readonly timeout: number;
  /** Megabytes of JavaScript heap of a process. */
  readonly memory: number;
}

/** What became of a task: its result, or why there is none. */
export type TaskOutcome<R> =
  { readonly kind: "done"; readonly result: R } | { readonly kind: "lost"; readonly why: string };

interface Worker {
  readonly process: ChildProcess;
  /** The end of what it wrote to stderr. */
  complaint: string;
}

/**
 * Runs tasks in workers, each of which calls `serveTasks`.
 * @param worker its module
 * @param onOutcome called as soon as an outcome is known, in any order
 */
export async function runTasks<T extends object, R>(
  worker: URL,
  tasks: Iterable<T>,
  limits: TaskLimits,
  onOutcome: (task: T, outcome: TaskOutcome<R>) => void,
): Promise<void> {
  const queue = tasks[Symbol.iterator]();
  const work = async () => {
    let current: Worker | null = null;
    for (let next = queue.next(); next.done !== true; next = queue.next()) {
      current ??= startWorker(worker, limits);
      const outcome = await runTask<R>(current, next.value, limits);
      if (outcome.kind === "lost") current = null;
      onOutcome(next.value, outcome);
    }
    current?.process.disconnect();
  };
  await Promise.all(Array.from({ length: limits.jobs }, work));
}

/** What a worker sends: the result; or what it begins now, from where on the time counts anew. */
type Message = { readonly result: unknown } | { readonly begins: string };

/**
 * The worker's side: answers each task with its result. A task that throws ends the process.
 * @param run may tell which part it begins, for people
 */
export function serveTasks(run: (task: never, begin: (part: string) => void) => Promise<unknown>): void {
  const send = (message: Message) => process.send?.(message);
  process.on("message", (task: unknown) => {
    // The parent sends nothing but tasks for this worker.
    void run(task as never, (begins) => send({ begins })).then((result) => send({ result }));
  });
}

function startWorker(module: URL, { memory }: TaskLimits): Worker {
  const child = fork(module, [], {
    execArgv: ["--import", import.meta.resolve("tsx"), `--max-old-space-size=${memory}`],
    // Texts of documents may hold what JSON cannot: lone surrogates.
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const worker: Worker = { process: child, complaint: "" };
  child.stderr?.on("data", (chunk: Buffer) => {
    worker.complaint = (worker.complaint + chunk.toString()).slice(-4000);
  });
  return worker;
}

async function runTask<R>(worker: Worker, task: object, { timeout, memory }: TaskLimits): Promise<TaskOutcome<R>> {
  const { process: child } = worker;
  return await new Promise((settle) => {
    let isLate = false;
    let part = "";
    const watch = () =>
      setTimeout(() => {
        isLate = true;
        child.kill("SIGKILL");
      }, timeout * 1000);
    let timer = watch();
    const finish = (outcome: TaskOutcome<R>) => {
      clearTimeout(timer);
      child.removeListener("message", onMessage);
      child.removeListener("close", onClose);
      settle(outcome);
    };
    const onMessage = (message: Message) => {
      if ("result" in message) {
        // Of the worker's own making.
        finish({ kind: "done", result: message.result as R });
        return;
      }
      part = message.begins;
      clearTimeout(timer);
      timer = watch();
    };
    const onClose = () => {
      const why = isLate
        ? `no result in ${timeout} s`
        : worker.complaint.includes("heap out of memory")
          ? `needed more than ${memory} MB`
          : `the process ended: ${worker.complaint.trim().slice(-1500)}`;
      finish({ kind: "lost", why: part === "" ? why : `${part}: ${why}` });
    };
    child.on("message", onMessage);
    child.on("close", onClose);
    if (child.connected) child.send(task);
  });
}
