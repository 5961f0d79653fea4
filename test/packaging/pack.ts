import { cp, mkdir, readdir, symlink } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { runOrThrow } from "./run-command.js";

export const repository = resolve(import.meta.dirname, "../..");

export interface Packed {
  /** Absolute path of the tarball. */
  readonly tarball: string;
  /** The paths in it. */
  readonly files: readonly string[];
}

/**
 * Packs a package as `npm pack` does, scripts included, from a copy: the repository stays as it is, and tests that
 * run at the same time do not build into each other's `dist`.
 * @param source the package, relative to the repository
 * @param folder an empty folder for copy and tarball
 * @param omit paths of the package that the copy does without
 * @param prepare called with the copy before it is packed
 */
export async function packCopy(
  source: string,
  folder: string,
  omit: readonly string[] = [],
  prepare: (copy: string) => Promise<void> = () => Promise.resolve(),
): Promise<Packed> {
  const from = join(repository, source);
  const copy = join(folder, "copy");
  const omitted = ["dist", "node_modules", ".git", ...omit].map((path) => path.replaceAll("/", sep));
  await cp(from, copy, { recursive: true, filter: (path) => !omitted.includes(relative(from, path)) });
  await linkModules(join(copy, "node_modules"), await installedModules());
  await prepare(copy);
  const printed = await runOrThrow("npm", ["pack", "--json", "--pack-destination", folder], copy);
  // Scripts print before npm does.
  const [packed] = JSON.parse(printed.slice(printed.search(/^\[\s*\{/m))) as readonly [
    { readonly filename: string; readonly files: readonly { readonly path: string }[] },
  ];
  return { tarball: join(folder, packed.filename), files: packed.files.map(({ path }) => path) };
}

/** Links modules of the repository into another `node_modules`, one by one, so that what is written there stays there. */
export async function linkModules(modules: string, names: readonly string[]): Promise<void> {
  await mkdir(modules, { recursive: true });
  for (const name of names) {
    if (name.includes("/")) await mkdir(join(modules, name, ".."), { recursive: true });
    await symlink(join(repository, "node_modules", name), join(modules, name), "junction");
  }
}

/** Names in the repository's `node_modules`, commands included, caches not. */
async function installedModules(): Promise<readonly string[]> {
  const names = await readdir(join(repository, "node_modules"));
  return names.filter((name) => name === ".bin" || !name.startsWith("."));
}
