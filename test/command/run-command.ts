/** The real command in a process of its own, and folders to run it in. */
import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { builtCommand } from "../built-command.js";
import { readTimes, readTree } from "../output/output-folder.js";

export const repository = fileURLToPath(new URL("../..", import.meta.url));
export const zoomDocument = join(repository, "spec/zoom-account.yml");
export const zoomOverlay = join(repository, "spec/zoom-account.overlay.yml");

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  /** Beside PATH and HOME. */
  readonly env?: Readonly<Record<string, string>>;
  /** What is on stdin; default: nothing. */
  readonly input?: string;
  /** Another node; default: the one that runs the tests. */
  readonly node?: string;
  /** Options of node itself. */
  readonly nodeOptions?: readonly string[];
}

/** Runs `exemplar` with these arguments, without a terminal, and without what the tests' own environment says of colour. */
export function runCommand(args: readonly string[], options: RunOptions): Promise<Outcome> {
  const { PATH = "", HOME = "" } = process.env;
  const nodeArgs = [...(options.nodeOptions ?? []), builtCommand];
  const child = spawn(options.node ?? process.execPath, [...nodeArgs, ...args], {
    cwd: options.cwd,
    env: { PATH, HOME, ...options.env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  // The command need not read it.
  child.stdin.on("error", () => undefined).end(options.input ?? "");
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => {
      resolve({ status, stdout, stderr });
    });
  });
}

/** Texts by path, below a folder. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

const projects: string[] = [];
// Not with each test: hooks of tests that run at the same time are not told apart.
afterAll(() => Promise.all(projects.map((folder) => rm(folder, { recursive: true, force: true }))));

/** A new folder with these files, removed after the file's tests; its `node_modules` takes the command's cache. */
export async function makeProject(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "exemplar-command-"));
  projects.push(folder);
  await mkdir(join(folder, "node_modules"));
  await writeFiles(folder, files);
  return folder;
}

/** A copy of a project, with its times. */
export async function copyProject(project: string): Promise<string> {
  const folder = await makeProject();
  await cp(project, folder, { recursive: true, preserveTimestamps: true });
  return folder;
}

/** Everything that may be seen of a folder: texts, identities and times; null where there is none. */
export async function stateOf(folder: string): Promise<object | null> {
  const times = await readTimes(folder).catch(() => null);
  return times && { tree: await readTree(folder), times };
}

/** A problem as the text reporter shows it. */
export interface ShownProblem {
  readonly severity: string;
  readonly code: string;
  /** `file:line:column`; empty where there is none. */
  readonly place: string;
  /** What is underlined; empty where there is no frame. */
  readonly marked: string;
  readonly help: string;
}

/** Reads what the text reporter printed. */
export function shownProblems(stderr: string): readonly ShownProblem[] {
  return stderr.split("\n\n").flatMap((block) => {
    const title = /^(error|warning|info) \[([a-z-]+)\] \S/m.exec(block);
    if (title === null) return [];
    const [, severity = "", code = ""] = title;
    const place = /^ *--> (.+)$/m.exec(block)?.[1] ?? "";
    const help = /^ +(?:= )?help: (.+)$/m.exec(block)?.[1] ?? "";
    const [, text = ""] = /^\d+ \| (.*)$/m.exec(block) ?? [];
    const [, indent = "", carets = ""] = /^ +\| ( *)(\^+)$/m.exec(block) ?? [];
    return [{ severity, code, place, marked: text.slice(indent.length, indent.length + carets.length), help }];
  });
}

/** An OpenAPI document with one operation, `ping`. */
export const tinyDocument = `openapi: 3.0.3
info: { title: Tiny, version: "1.0.0" }
paths:
  /ping:
    get:
      operationId: ping
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema: { type: string }
`;
