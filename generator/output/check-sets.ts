/** Whether template sets go together: what each needs and adds is there, and their options have names of their own. */
import type { Diagnostics } from "../diagnostics.js";
import { appendToken } from "../document/json-pointer.js";
import { nearestOf } from "../document/known-keys.js";
import type { SetManifest } from "./set-manifest.js";

/** A set that was read. */
export interface CheckedSet {
  /** By which diagnostics call it. */
  readonly name: string;
  /** By which templates name its options, and other sets require it. */
  readonly key: string;
  readonly manifest: SetManifest;
}

/**
 * Checks sets that are layered.
 * @param sets the later wins
 * @param paths of the outputs of all of them, with `[tag]` and its like
 * @returns whether they go together; if not, after a diagnostic of each thing that lacks
 */
export function checkSets(sets: readonly CheckedSet[], paths: readonly string[], diagnostics: Diagnostics): boolean {
  return [
    ...sets.map((set, at) => hasRequired(set, sets.slice(0, at), diagnostics)),
    ...sets.map((set, at) => hasOwnOptions(set, sets.slice(0, at), diagnostics)),
    ...sets.map((set) => hasExports(set, paths, diagnostics)),
  ].every(Boolean);
}

function hasRequired({ name, manifest }: CheckedSet, before: readonly CheckedSet[], diagnostics: Diagnostics): boolean {
  const lacking = manifest.requires.filter((required) => !before.some(({ key }) => key === required));
  for (const required of lacking)
    diagnostics.add("template-set-requires", manifest.placeOf("/requires"), { name, required });
  return lacking.length === 0;
}

/** Of two sets with one name, the options of one would be out of reach. */
function hasOwnOptions(
  { name, key, manifest }: CheckedSet,
  before: readonly CheckedSet[],
  diagnostics: Diagnostics,
): boolean {
  const hasOptions = (set: { readonly manifest: SetManifest }) => Object.keys(set.manifest.options).length > 0;
  const other = before.find((set) => set.key === key && (hasOptions(set) || hasOptions({ manifest })));
  if (other === undefined) return true;
  diagnostics.add("template-set-repeated", manifest.placeOf("/name"), { name, other: other.name, key });
  return false;
}

/** Whether a module that is exported could be made. Where its template prints nothing, there is no subpath. */
function hasExports({ name, manifest }: CheckedSet, paths: readonly string[], diagnostics: Diagnostics): boolean {
  const modules = paths.flatMap((path) => /^src\/(.+)\.tsx?$/.exec(path)?.[1] ?? []);
  const isMade = (module: string) => {
    const start = module.endsWith("*") ? module.slice(0, -1) : null;
    return modules.some((made) => (start === null ? patternOf(made).test(module) : made.startsWith(start)));
  };
  const lacking = Object.entries(manifest.exports).filter(([, module]) => !isMade(module));
  for (const [subpath, module] of lacking) {
    const nearest = nearestOf(module, modules);
    const meant = nearest === null ? "" : `; perhaps ${nearest} was meant`;
    const place = manifest.placeOf(appendToken("/exports", subpath));
    diagnostics.add("template-set-invalid", place, {
      name: `${name}/set.json`,
      reason: `no template makes src/${module}.ts${meant}`,
    });
  }
  return lacking.length === 0;
}

function patternOf(module: string): RegExp {
  const parts = module.split(/\[[^\]/]*\]/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^/]+")}$`);
}
