/** Plays the bundled scenarios in a process of its own, against a server in this one. */
import { spawn } from "node:child_process";
import type { MisbehavingServer } from "../misbehaving-server.js";
import type { Played } from "./play-scenarios.js";

/** A program that runs a module, with what stands before the module's path. */
export interface Program {
  readonly path: string;
  readonly args: readonly string[];
}

/** The arguments of a Node: it can collect its garbage, and shows lines of the sources. */
export const nodeArgs: readonly string[] = [
  "--expose-gc",
  "--enable-source-maps",
  // Node 20 warns of a signal that more than ten calls listen to at once. Newer ones do not.
  "--disable-warning=MaxListenersExceededWarning",
];

/** Longer than any scenario may take. */
const patience = 120_000;

/**
 * Plays them all.
 * @param bundle the path of the bundled scenarios
 * @param filter only those whose name has this text
 * @returns how each went; a process that does not end by itself, or not well, is one that failed
 */
export async function playInProcess(
  { path, args }: Program,
  bundle: string,
  { origin, other, nowhere }: MisbehavingServer,
  filter = "",
): Promise<readonly Played[]> {
  const child = spawn(path, [...args, bundle, origin, other, nowhere, filter], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let errors = "";
  const hangs = setTimeout(() => child.kill(), patience);
  child.stdout.on("data", (chunk: Buffer) => {
    hangs.refresh();
    output += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const started = Date.now();
  const end = await new Promise<string>((settle, fail) => {
    child.on("error", fail);
    child.on("close", (status, signal) => {
      settle(signal ?? String(status));
    });
  });
  clearTimeout(hangs);
  // A line for each, by in-process.ts.
  const played = output.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Played]));
  const milliseconds = Date.now() - started;
  const problem = `it ended with ${end}\n${errors}`;
  return [
    ...played,
    { name: endsByItself, milliseconds, ...(end === "0" ? { outcome: "passed" } : { outcome: "failed", problem }) },
  ];
}

/** Of the process: a handle that stays open would keep it alive. */
export const endsByItself = "the process ends by itself";
