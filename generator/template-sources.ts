/** Where the template sets of a target lie, and what diagnostics call them. */
import { isAbsolute, relative, resolve, sep } from "node:path";
import { isBuiltinName, type TemplateChoice } from "./config.js";
import { builtinTemplates } from "./fingerprint.js";
import type { SetSource } from "./output/template-set.js";

/** Sources of sets. @param cwd absolute */
export function templateSources(sets: readonly TemplateChoice[], cwd: string): readonly SetSource[] {
  return sets.map(({ set, options, config }) => {
    const from = { options, ...(config !== undefined && { config: displayFolder(config, cwd) }) };
    return isBuiltinName(set)
      ? { name: set, folder: resolve(builtinTemplates, set), isBuiltIn: true, ...from }
      : { name: displayFolder(set, cwd), folder: set, isBuiltIn: false, ...from };
  });
}

/** An absolute path as people name it: relative to the working directory where it lies below it. */
export function displayFolder(folder: string, cwd: string): string {
  const path = relative(cwd, folder);
  const shown = path === "" ? "." : /^\.\.(?:[/\\]|$)/.test(path) || isAbsolute(path) ? folder : path;
  return shown.replaceAll(sep, "/");
}
