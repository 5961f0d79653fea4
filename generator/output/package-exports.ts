/** The subpaths that a package exports: those of its view, and those that template sets add where their files exist. */
import { isJsonObject, jsonObject, type JsonValue } from "../document/json.js";
import { exportConditions } from "../view/export-conditions.js";

/**
 * Adds subpaths to a package's `exports`.
 * @param exports of the package view
 * @param added modules below `src`, without extension, by subpath; `*` stands for any
 * @param paths of the files of the output
 */
export function withExports(
  exports: JsonValue,
  added: Readonly<Record<string, string>>,
  paths: readonly string[],
): JsonValue {
  if (!isJsonObject(exports)) return exports;
  const modules = paths.flatMap((path) => /^src\/(.+)\.tsx?$/.exec(path)?.[1] ?? []);
  const exists = (module: string) =>
    module.endsWith("*") ? modules.some((path) => path.startsWith(module.slice(0, -1))) : modules.includes(module);
  const entries = Object.entries(added).filter(
    ([subpath, module]) => exists(module) && !Object.hasOwn(exports, subpath),
  );
  const own = Object.entries(exports).filter(([subpath]) => subpath !== LAST);
  const last = Object.entries(exports).filter(([subpath]) => subpath === LAST);
  return jsonObject([
    ...own,
    ...entries.map(([subpath, module]) => [subpath, exportConditions(module)] as const),
    ...last,
  ]);
}

const LAST = "./package.json";
