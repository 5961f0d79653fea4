/** Which modules of the runtime a package needs: those that its files import, and what these import in turn. */
import { posix } from "node:path";
import { ts } from "../types/openapi-typescript.js";
import type { OutputFile } from "./output-file.js";

const runtimeFolder = "src/runtime/";

/** The static files that belong to the output: all outside of `src/runtime`, and the modules in it that are imported. */
export function reachableRuntime<T extends OutputFile>(
  rendered: readonly OutputFile[],
  statics: readonly T[],
): readonly T[] {
  const modules = new Map(
    statics.filter(({ path }) => path.startsWith(runtimeFolder)).map((file) => [file.path, file]),
  );
  const reached = new Set<string>();
  const queue: OutputFile[] = [...rendered, ...statics.filter(({ path }) => !path.startsWith(runtimeFolder))];
  for (const file of queue) {
    if (!/\.[cm]?tsx?$/.test(file.path)) continue;
    for (const name of modules.has(file.path) ? importsOfModule(file.text) : relativeImports(file.text)) {
      const target = posix.join(posix.dirname(file.path), name).replace(/\.js$/, ".ts");
      const module = modules.get(target);
      if (module === undefined || reached.has(target)) continue;
      reached.add(target);
      queue.push(module);
    }
  }
  return statics.filter(({ path }) => !path.startsWith(runtimeFolder) || reached.has(path));
}

/** Of modules that are copied: they are the same for each document that a process generates. */
const known = new Map<string, readonly string[]>();

function importsOfModule(text: string): readonly string[] {
  const imports = known.get(text) ?? relativeImports(text);
  known.set(text, imports);
  return imports;
}

function relativeImports(text: string): readonly string[] {
  const { importedFiles } = ts.preProcessFile(text, true, false);
  return importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith("."));
}
