/** A folder with two documents, and the built command to be run in it. */
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, realpath, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type LimitedRun, runLimited } from "../processes/run-limited.js";

export const command = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

function documentOf(name: string, operations: number): string {
  const paths = Array.from({ length: operations }, (_, index) => {
    const schema = `{ type: object, properties: { ${name}: { type: string, example: "${name} ${index}" } } }`;
    const content = `content: { application/json: { schema: ${schema} } }`;
    return `  /things/${index}:\n    get: { operationId: getThing${index}, tags: [${name}], responses: { "200": { description: ${name}, ${content} } } }`;
  });
  return `openapi: 3.1.0\ninfo: { title: ${name}, version: "1" }\npaths:\n${paths.join("\n")}\n`;
}

/** Makes the folder: `a.yml` and `b.yml`, whose outputs have most paths in common. */
export async function makeKillProject(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "exemplar-project-")));
  await mkdir(join(folder, "node_modules"));
  await writeFile(join(folder, "a.yml"), documentOf("alpha", 20));
  await writeFile(join(folder, "b.yml"), documentOf("beta", 24));
  return folder;
}

/** Gives everything in a folder to a user. */
export async function giveTo(folder: string, user: number): Promise<void> {
  for (const entry of [".", ...(await readdir(folder, { recursive: true }))])
    await chown(join(folder, entry), user, user);
  await chmod(folder, 0o755);
}

export async function exemplar(cwd: string, args: readonly string[], uid?: number): Promise<LimitedRun> {
  return await runLimited([command, ...args], { cwd, timeout: 60, memory: 512, ...(uid !== undefined && { uid }) });
}

/** All files of a folder as one text, to be compared. */
export async function contentOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = files.sort().map(async (path) => [relative(folder, path), await readFile(path, "utf8")] as const);
  return JSON.stringify(await Promise.all(texts));
}
