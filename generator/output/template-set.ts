/** Template sets: folders whose trees are the output's trees, layered so that the later wins. Reads the disk. */
import { readdir, readFile } from "node:fs/promises";
import { basename, extname, join, relative, sep } from "node:path";
import type { Diagnostics } from "../diagnostics.js";
import type { JsonObject } from "../document/json.js";
import { viewVersion } from "../view/view-version.js";
import { type CheckedSet, checkSets } from "./check-sets.js";
import { importModule } from "./import-module.js";
import { readSetManifest } from "./set-manifest.js";
import { optionProblems, readSetOptions } from "./set-options.js";
import { describeSystemError, isSystemError } from "./system-error.js";
import type { Helper, Helpers } from "./template-helper.js";
import { thrownText } from "./thrown-text.js";
import type { PartialSource, TemplateLanguage, TemplateSource } from "./template-source.js";

/** A template set that was asked for. */
export interface SetSource {
  /** By which diagnostics call it. */
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  /** Whether it comes with the generator. */
  readonly isBuiltIn: boolean;
  /** As the config has them. */
  readonly options: JsonObject;
  /** The config file that they are from, as diagnostics call it; left out where there is none. */
  readonly config?: string;
}

/** A template, and where its output goes: `[tag]`, `[operation]`, `[webhook]` and `[schema]` in the path iterate. */
export interface PathTemplate extends TemplateSource {
  /** Whether it comes with the generator. */
  readonly isBuiltIn: boolean;
  /** Of the output, without `.hbs`. */
  readonly path: string;
}

/** A file that is copied as it is. */
export interface StaticFile {
  readonly path: string;
  /** As it is named in diagnostics. */
  readonly name: string;
  readonly text: string;
  /** Whether it comes with the generator. */
  readonly isBuiltIn: boolean;
}

/** All layers as one. Each list is sorted by path. */
export interface TemplateSet {
  readonly templates: readonly PathTemplate[];
  readonly partials: readonly PartialSource[];
  readonly statics: readonly StaticFile[];
  readonly helpers: Helpers;
  /** The partials and helpers of users' sets, by name. */
  readonly foreign: ReadonlySet<string>;
  /** By the names of sets: of a folder its last part. */
  readonly options: Readonly<Record<string, JsonObject>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  /** Modules below `src`, without extension, by the subpaths that the package exports them as. */
  readonly exports: Readonly<Record<string, string>>;
}

/**
 * Reads template sets.
 * @param sources the later wins
 * @returns null after an error: a folder that is not there or cannot be read, or a set that is not as it should be
 */
export async function loadTemplateSets(
  sources: readonly SetSource[],
  diagnostics: Diagnostics,
): Promise<TemplateSet | null> {
  const loaded: (LoadedSet | null)[] = [];
  // One after the other: their problems are reported in order.
  for (const source of sources) loaded.push(await loadSet(source, diagnostics));
  const sets = loaded.filter((set) => set !== null);
  if (sets.length < loaded.length) return null;
  const templates = new Map<string, PathTemplate>();
  const statics = new Map<string, StaticFile>();
  const partials = new Map<string, PartialSource>();
  const foreign = new Set<string>();
  for (const { name, texts, isBuiltIn, helpers } of sets) {
    if (!isBuiltIn) for (const helper of helpers.keys()) foreign.add(helper);
    for (const [path, text] of texts) {
      const label = `${name}/${path}`;
      const partial = /^_partials\/(.+)\.hbs$/.exec(path)?.[1];
      const output = path.replace(/\.hbs$/, "");
      if (partial !== undefined) {
        if (!isBuiltIn) foreign.add(partial);
        partials.set(partial, { partial, name: label, text });
      } else if (path.endsWith(".hbs")) {
        statics.delete(output);
        templates.set(output, { path: output, name: label, text, language: languageOf(output), isBuiltIn });
      } else {
        templates.delete(output);
        statics.set(output, { path: output, name: label, text, isBuiltIn });
      }
    }
  }
  if (!checkSets(sets, [...templates.keys(), ...statics.keys()], diagnostics)) return null;
  const sorted = <T>(map: ReadonlyMap<string, T>) =>
    [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  return {
    templates: sorted(templates),
    partials: sorted(partials),
    statics: sorted(statics),
    foreign,
    helpers: new Map(sets.flatMap(({ helpers }) => [...helpers])),
    options: Object.fromEntries(sets.map(({ key, options }) => [key, options])),
    peerDependencies: Object.assign({}, ...sets.map(({ manifest }) => manifest.peerDependencies)) as Readonly<
      Record<string, string>
    >,
    exports: Object.assign({}, ...sets.map(({ manifest }) => manifest.exports)) as Readonly<Record<string, string>>,
  };
}

interface LoadedSet extends CheckedSet {
  readonly isBuiltIn: boolean;
  /** Of its templates and of what is copied, by path. */
  readonly texts: readonly (readonly [string, string])[];
  readonly options: JsonObject;
  readonly helpers: Helpers;
}

/** Reads one; null after an error. */
async function loadSet(source: SetSource, diagnostics: Diagnostics): Promise<LoadedSet | null> {
  const { name, folder, options, isBuiltIn, config } = source;
  const paths = await listFiles(folder);
  if (paths === null) {
    diagnostics.add("template-set-not-found", null, { name });
    return null;
  }
  const manifestName = `${name}/${MANIFEST}`;
  const hasManifest = paths.includes(MANIFEST);
  const bytes = hasManifest ? await readBytes(join(folder, MANIFEST), manifestName, diagnostics) : null;
  const manifest = hasManifest && bytes === null ? null : await readSetManifest(bytes, manifestName, diagnostics);
  if (manifest === null) return null;
  if (manifest.views !== null && manifest.views !== viewVersion) {
    diagnostics.add("template-set-outdated", manifest.placeOf("/views"), {
      name,
      found: manifest.views,
      expected: viewVersion,
    });
  }
  // Of sets that come with the generator tests say it, and no run needs Ajv for it.
  const problems = isBuiltIn ? [] : await optionProblems(manifest);
  for (const { pointer, reason } of problems)
    diagnostics.add("template-set-invalid", manifest.placeOf(pointer), { name: manifestName, reason });
  const chosen = problems.length > 0 ? null : await readSetOptions(manifest, options);
  if (chosen?.ok === false) {
    const place = config === undefined ? null : { uri: config, pointer: "" };
    diagnostics.add("template-option-invalid", place, { name, reason: chosen.reason });
  }
  const helpers = await loadHelpers(name, folder, paths.filter(isHelpersFile), diagnostics);
  const texts: (readonly [string, string])[] = [];
  const own = paths.filter((path) => !isOfTheSet(path));
  for (const path of own) {
    const text = await readText(join(folder, path), `${name}/${path}`, diagnostics);
    if (text !== null) texts.push([path, text]);
  }
  if (chosen?.ok !== true || helpers === null || texts.length < own.length) return null;
  return { name, isBuiltIn, key: manifest.name ?? basename(folder), texts, manifest, options: chosen.options, helpers };
}

/** Null after an error. */
async function loadHelpers(
  name: string,
  folder: string,
  [file, ...others]: readonly string[],
  diagnostics: Diagnostics,
): Promise<Helpers | null> {
  if (file === undefined) return new Map();
  const problem = (reason: string) => {
    diagnostics.add("template-helpers-invalid", null, { name: `${name}/${file}`, reason });
    return null;
  };
  if (others.length > 0)
    return problem(`a set has one file of helpers, and there is ${others.join(" and ")} beside it`);
  let entries: readonly (readonly [string, unknown])[];
  try {
    const exported = await importModule(join(folder, file));
    if (typeof exported !== "object" || exported === null) return problem("it has no default export of helpers");
    entries = Object.entries(exported);
  } catch (error) {
    return problem(thrownText(error));
  }
  const [wrong] = entries.find(([key, value]) => typeof value !== "function" || !/^[A-Za-z]\w*$/.test(key)) ?? [];
  if (wrong !== undefined) return problem(`${JSON.stringify(wrong)} is no function with a name of letters and digits`);
  // Just checked.
  return new Map(entries as [string, Helper][]);
}

const MANIFEST = "set.json";

/** Where helpers are: one file beside the templates. */
function isHelpersFile(path: string): boolean {
  return /^helpers\.[cm]?[jt]s$/.test(path);
}

/** Files of a set that are about the set: they are neither output nor partials. */
export function isOfTheSet(path: string): boolean {
  const isReadme = path === "README.md";
  const isHidden = path.startsWith("_") && !/^_partials\/.+\.hbs$/.test(path);
  return isHidden || isReadme || path === MANIFEST || isHelpersFile(path) || basename(path).startsWith(".");
}

/** The text of a file with `\n` as line end and without byte order mark, or null after an error. */
async function readText(path: string, name: string, diagnostics: Diagnostics): Promise<string | null> {
  const bytes = await readBytes(path, name, diagnostics);
  try {
    return bytes && new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
  } catch {
    diagnostics.add("template-not-readable", null, { name, reason: "it is not UTF-8 text" });
    return null;
  }
}

/** The bytes of a file, or null after an error. */
async function readBytes(path: string, name: string, diagnostics: Diagnostics): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    diagnostics.add("template-not-readable", null, { name, reason: describeSystemError(error) });
    return null;
  }
}

/**
 * The files of a template set, those about the set among them.
 * @param folder absolute
 * @returns relative paths with forward slashes, in code-unit order; null for a folder that cannot be read
 */
export async function listFiles(folder: string): Promise<readonly string[] | null> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
      .filter((path) => !path.split("/").includes("node_modules"))
      .sort();
  } catch {
    return null;
  }
}

const languages: Readonly<Record<string, TemplateLanguage>> = {
  ".ts": "ts",
  ".tsx": "tsx",
  ".jsx": "tsx",
  ".mts": "ts",
  ".cts": "ts",
  ".js": "ts",
  ".mjs": "ts",
  ".cjs": "ts",
  ".json": "json",
  ".md": "md",
};

function languageOf(path: string): TemplateLanguage {
  if (basename(path) === "package.json") return "settings";
  return languages[extname(path).toLowerCase()] ?? "text";
}
