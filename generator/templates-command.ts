/** `exemplar templates`: what sets there are, a copy of one to be changed, and whether one's own fit. */
import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, readdir } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import type { Flags } from "./command-config.js";
import { defaultTemplates, isBuiltinName, type TemplateChoice } from "./config.js";
import { collectDiagnostics } from "./diagnostics.js";
import { nearestOf } from "./document/known-keys.js";
import { builtinTemplates } from "./fingerprint.js";
import { ConfigError, findConfig, loadConfig, toTarget } from "./load-config.js";
import { readSetManifest, type SetManifest } from "./output/set-manifest.js";
import { isOfTheSet, listFiles } from "./output/template-set.js";
import { locateAll, type LocatedDiagnostic } from "./report.js";
import { displayFolder, templateSources } from "./template-sources.js";

/** A set as `exemplar templates list` shows it. */
export interface ListedSet {
  readonly name: string;
  readonly description: string;
  readonly requires: readonly string[];
  readonly options: SetManifest["options"];
  readonly peerDependencies: SetManifest["peerDependencies"];
  /** Relative to the set: templates, partials and what is copied. */
  readonly files: readonly string[];
}

/** The sets that are built in, those first that are there by default. */
export async function builtinSets(): Promise<readonly ListedSet[]> {
  const entries = await readdir(builtinTemplates, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const defaults = defaultTemplates.map(({ set }) => set);
  const ordered = [...defaults, ...names.filter((name) => !defaults.includes(name)).sort()];
  return Promise.all(ordered.map(listSet));
}

async function listSet(name: string): Promise<ListedSet> {
  const folder = join(builtinTemplates, name);
  const files = (await listFiles(folder)) ?? [];
  const bytes = files.includes("set.json") ? await readFile(join(folder, "set.json")) : null;
  const manifest = await readSetManifest(bytes, `${name}/set.json`, collectDiagnostics());
  if (manifest === null) throw new Error(`The file ${name}/set.json, which comes with the generator, is not valid`);
  const { description, requires, options, peerDependencies } = manifest;
  return { name, description, requires, options, peerDependencies, files: files.filter((path) => !isOfTheSet(path)) };
}

/** The list for people: of one set with its files. */
export function listText(sets: readonly ListedSet[], isWhole: boolean): string {
  return `${sets.map((set) => setText(set, isWhole)).join("\n\n")}\n`;
}

function setText(
  { name, description, requires, options, peerDependencies, files }: ListedSet,
  isWhole: boolean,
): string {
  const isDefault = defaultTemplates.some(({ set }) => set === name);
  const peers = Object.entries(peerDependencies).map(([peer, version]) => `${peer} ${version}`);
  const lines = [
    `${name}${isDefault ? " (by default)" : ""}`,
    `  ${description}`,
    ...(requires.length > 0 ? [`  after: ${requires.join(", ")}`] : []),
    ...(peers.length > 0 ? [`  needs: ${peers.join(", ")}`] : []),
    ...Object.entries(options).map(([option, schema]) => {
      const value = schema["default"] === undefined ? "" : ` (default: ${JSON.stringify(schema["default"])})`;
      const words = typeof schema["description"] === "string" ? `: ${schema["description"]}` : "";
      return `  option ${option}${words}${value}`;
    }),
  ];
  return [...lines, ...(isWhole ? files.map((path) => `  ${name}/${path}`) : [`  ${String(files.length)} files`])].join(
    "\n",
  );
}

/** One set by its name. @throws ConfigError where there is none */
export function setNamed(sets: readonly ListedSet[], name: string): ListedSet {
  const found = sets.find((set) => set.name === name);
  if (found !== undefined) return found;
  const names = sets.map((set) => set.name);
  const nearest = nearestOf(name, names);
  throw new ConfigError(
    `There is no built-in template set ${JSON.stringify(name)}.`,
    `${nearest === null ? "" : `Perhaps ${nearest} was meant. `}There are ${names.join(", ")}.`,
  );
}

/**
 * Copies a built-in set, or a file of one, to a folder of the user's, where it can be changed.
 * @param name as `exemplar templates list` shows it: `client`, or `client/src/index.ts.hbs`
 * @param folder absolute
 * @returns the files that were written, absolute
 * @throws ConfigError where there is no such file, or where one would be overwritten
 */
export async function ejectTemplates(
  name: string,
  folder: string,
  { force, cwd }: { readonly force: boolean; readonly cwd: string },
): Promise<readonly string[]> {
  const sets = await builtinSets();
  const [first = "", ...rest] = name.split("/");
  const set = setNamed(sets, first);
  const wanted = rest.join("/").replace(/\/$/, "");
  // A whole set is a set of its own: it comes with what is about it.
  const all = (await listFiles(join(builtinTemplates, set.name))) ?? [];
  const paths = wanted === "" ? all : set.files.filter((path) => path === wanted || path.startsWith(`${wanted}/`));
  if (paths.length === 0) {
    const nearest = nearestOf(
      wanted.split("/").at(-1) ?? "",
      set.files.map((path) => path.split("/").at(-1) ?? ""),
    );
    const similar = set.files.find((path) => nearest !== null && path.endsWith(nearest));
    throw new ConfigError(
      `The template set ${set.name} has no file ${JSON.stringify(wanted)}.`,
      `${similar === undefined ? "" : `Perhaps ${set.name}/${similar} was meant. `}\`exemplar templates list ${set.name}\` shows all.`,
    );
  }
  const targets = paths.map((path) => ({ from: join(builtinTemplates, set.name, path), to: resolve(folder, path) }));
  const there = targets.find(({ to }) => existsSync(to));
  if (there !== undefined && !force)
    throw new ConfigError(
      `${displayFolder(there.to, cwd)} is there already; nothing was copied.`,
      wanted === ""
        ? `A set has a folder of its own: choose another one, as in --to ${set.name}; or overwrite it with --force.`
        : "Move it away, choose another folder with --to, or overwrite it with --force.",
    );
  for (const { from, to } of targets) {
    await mkdir(dirname(to), { recursive: true });
    await copyFile(from, to);
  }
  return targets.map(({ to }) => to);
}

/** What to do with what was copied. */
export function ejectText(name: string, written: readonly string[], folder: string, cwd: string): string {
  const [set = ""] = name.split("/");
  const shown = relative(cwd, folder) === "" ? "." : `./${relative(cwd, folder).replaceAll("\\", "/")}`;
  const defaults = defaultTemplates.map((choice) => choice.set);
  const isWhole = name === set;
  const layers = [...(defaults.includes(set) ? defaults : [...defaults, set])].filter(
    (layer) => !isWhole || layer !== set,
  );
  const at = isWhole && defaults.includes(set) ? defaults.indexOf(set) : layers.length;
  const list = [...layers.slice(0, at), shown, ...layers.slice(at)].map((layer) => JSON.stringify(layer)).join(", ");
  const files = written.map((path) => `  + ${displayFolder(path, cwd)}`).join("\n");
  return `${files}\nUse ${written.length === 1 ? "it" : "them"} in the config: templates: [${list}]\n`;
}

/** What `exemplar templates doctor` found. */
export interface DoctorReport {
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** In words: how much was looked at, and how it is. */
  readonly summary: string;
  readonly ok: boolean;
}

/** Examines the sets of each target of the config, or those that the command names. */
export async function runDoctor(flags: Pick<Flags, "templates" | "config">, cwd: string): Promise<DoctorReport> {
  const { examineTemplates } = await import("./templates-doctor.js");
  const diagnostics = collectDiagnostics();
  const layers = await layersOf(flags, cwd);
  let examined = { templates: 0, partials: 0, helpers: 0 };
  for (const layer of layers) {
    const found = await examineTemplates(templateSources(layer, cwd), diagnostics);
    if (found !== null) examined = found;
  }
  const { templates, partials, helpers } = examined;
  const ok = !diagnostics.hasErrors();
  const verdict = ok ? "all fit" : count(diagnostics.list().length, "problem");
  const summary = `${count(templates, "template")}, ${count(partials, "partial")}, ${count(helpers, "helper")}: ${verdict}`;
  return { diagnostics: locateAll(diagnostics, new Map()), summary, ok };
}

async function layersOf(
  { templates, config }: Pick<Flags, "templates" | "config">,
  cwd: string,
): Promise<readonly (readonly TemplateChoice[])[]> {
  if (templates !== undefined) {
    const named = templates.map((set) => ({ set: isBuiltinName(set) ? set : resolve(cwd, set), options: {} }));
    // Folders of one's own stand on what is there by default.
    return [named.some(({ set }) => isBuiltinName(set)) ? named : [...defaultTemplates, ...named]];
  }
  if (findConfig(cwd, config ?? null) === null) return [defaultTemplates];
  const targets = await loadConfig(cwd, config ?? null);
  const all = targets.map((configured) => toTarget(configured).templates);
  return [...new Map(all.map((layer) => [JSON.stringify(layer), layer])).values()];
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? "" : "s"}`;
}
