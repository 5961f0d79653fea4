/** Generated files become a mock that runs: types are blanked out, and what `src/mock.ts` needs is imported. */
import { rmSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import blankTypes from "ts-blank-space";
import type { OutputFile } from "../output/output-file.js";
import { ts } from "../types/openapi-typescript.js";

/** `createMock()` of the generated package, as far as it is used here: no operation is known by name. */
export interface RunningMock {
  (request: Request): Promise<Response>;
  /** The newest last. */
  readonly requests: readonly MockRecord[];
}

/** A request that was received. */
export interface MockRecord {
  readonly operation: string | null;
  readonly method: string;
  readonly url: string;
  readonly problems: readonly { readonly field: string; readonly message: string }[];
  readonly status: number;
}

/** What `createMock` is given. */
export interface RunningMockOptions {
  readonly delay: number;
  readonly recorded: number;
  readonly dynamic: boolean;
  readonly echo: boolean;
  readonly cors: boolean;
  readonly seed: number;
}

/** Makes a mock; may be called again, for one that begins from the start. */
export type CreateMock = (options: RunningMockOptions) => RunningMock;

const entry = "src/mock.ts";

/**
 * Imports the mock of a generated package by way of a temporary folder, which is gone when this resolves or rejects, and
 * when the process exits before.
 * @throws what the file system says
 */
export async function loadMock(files: readonly OutputFile[]): Promise<CreateMock> {
  const modules = reachableModules(files);
  const folder = await mkdtemp(join(tmpdir(), "exemplar-mock-"));
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", remove);
  try {
    await mkdir(join(folder, "src"));
    await writeFile(join(folder, "package.json"), '{ "type": "module" }');
    const folders = new Set([...modules.keys()].map((path) => dirname(path)));
    await Promise.all([...folders].map((path) => mkdir(join(folder, path), { recursive: true })));
    await Promise.all([...modules].map(([path, text]) => writeFile(join(folder, scriptPath(path)), text)));
    const url = pathToFileURL(join(folder, scriptPath(entry))).href;
    // What the package's `src/mock.ts` exports is a contract.
    const { createMock } = (await import(url)) as { readonly createMock: CreateMock };
    return createMock;
  } finally {
    await rm(folder, { recursive: true, force: true });
    process.off("exit", remove);
  }
}

/** The modules that run, as JavaScript, by the paths of their sources: imports of types alone lead nowhere. */
function reachableModules(files: readonly OutputFile[]): ReadonlyMap<string, string> {
  const sources = new Map(files.map(({ path, text }) => [path, text]));
  const modules = new Map<string, string>();
  const queue = [entry];
  for (const path of queue) {
    const source = sources.get(path);
    if (source === undefined || modules.has(path)) continue;
    const text = blankTypes(source);
    modules.set(path, text);
    for (const { fileName } of ts.preProcessFile(text, true, false).importedFiles)
      if (fileName.startsWith(".")) queue.push(posix.join(posix.dirname(path), fileName).replace(/\.js$/, ".ts"));
  }
  return modules;
}

function scriptPath(path: string): string {
  return path.replace(/\.ts$/, ".js");
}
