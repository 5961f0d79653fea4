/** Temporary output folders for the tests of emit and compare. */
import { lstat, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { onTestFinished } from "vitest";
import type { Diagnostics } from "../../generator/diagnostics.js";
import type { OutputFile } from "../../generator/output/output-file.js";

/** Texts by path. */
export type Tree = Readonly<Record<string, string>>;

/** A path in a new folder (not made yet), which goes away with the test. */
export async function temporaryOutput(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "exemplar-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "out");
}

export function toFiles(tree: Tree): readonly OutputFile[] {
  return Object.entries(tree).map(([path, text]) => ({ path, text }));
}

export async function writeTree(out: string, tree: Tree): Promise<void> {
  for (const [path, text] of Object.entries(tree)) {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), text);
  }
}

/** All files below a folder and their texts, folders that hold nothing as `path/`; in code-unit order. */
export async function readTree(out: string): Promise<Tree> {
  const entries = await readdir(out, { recursive: true, withFileTypes: true }).catch(() => []);
  const found = entries.map(async (entry): Promise<readonly [string, string] | null> => {
    const path = join(entry.parentPath, entry.name);
    const name = relative(out, path);
    if (entry.isSymbolicLink()) return [name, "-> link"];
    if (!entry.isDirectory()) return [name, await readFile(path, "utf8")];
    return (await readdir(path)).length === 0 ? [`${name}/`, ""] : null;
  });
  const present = (await Promise.all(found)).filter((entry) => entry !== null);
  return Object.fromEntries(present.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The tree without the manifest; whatever else `.exemplar` holds stays in. */
export async function readOutput(out: string): Promise<Tree> {
  const tree = await readTree(out);
  return Object.fromEntries(Object.entries(tree).filter(([path]) => path !== ".exemplar/manifest.json"));
}

/** What tells whether a file was touched: its identity and time of change, by path; folders too. */
export async function readTimes(out: string): Promise<Readonly<Record<string, string>>> {
  const names = ["", ...(await readdir(out, { recursive: true }))].sort();
  const times = names.map(async (name) => {
    const { ino, mtimeMs, ctimeMs } = await lstat(join(out, name));
    return [name, `${ino} ${mtimeMs} ${ctimeMs}`] as const;
  });
  return Object.fromEntries(await Promise.all(times));
}

export function codes(diagnostics: Diagnostics): readonly string[] {
  return diagnostics.list().map(({ code }) => code);
}
