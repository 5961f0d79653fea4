/** Template sets: folders whose trees are the output's trees, layered so that the later wins. Reads the disk. */
import { readdir, readFile } from "node:fs/promises";
import { basename, extname, join, relative, sep } from "node:path";
import type { Diagnostics } from "../diagnostics.js";
import { describeSystemError, isSystemError } from "./system-error.js";
import type { PartialSource, TemplateLanguage, TemplateSource } from "./template-source.js";

/** A template, and where its output goes: `[tag]`, `[operation]`, `[webhook]` and `[schema]` in the path iterate. */
export interface PathTemplate extends TemplateSource {
  /** Of the output, without `.hbs`. */
  readonly path: string;
}

/** A file that is copied as it is. */
export interface StaticFile {
  readonly path: string;
  /** As it is named in diagnostics. */
  readonly name: string;
  readonly text: string;
}

/** All layers as one. Each list is sorted by path. */
export interface TemplateSet {
  readonly templates: readonly PathTemplate[];
  readonly partials: readonly PartialSource[];
  readonly statics: readonly StaticFile[];
}

/**
 * Reads template sets.
 * @param folders absolute, with the name by which diagnostics call each; the later wins
 * @returns null after an error: a folder that is not there or cannot be read
 */
export async function loadTemplateSets(
  folders: readonly { readonly name: string; readonly folder: string }[],
  diagnostics: Diagnostics,
): Promise<TemplateSet | null> {
  const templates = new Map<string, PathTemplate>();
  const statics = new Map<string, StaticFile>();
  const partials = new Map<string, PartialSource>();
  let failed = false;
  for (const { name, folder } of folders) {
    const paths = await listSetFiles(folder);
    if (paths === null) {
      diagnostics.add("template-set-not-found", null, { name });
      failed = true;
      continue;
    }
    for (const path of paths) {
      const label = `${name}/${path}`;
      const text = await readText(join(folder, path), label, diagnostics);
      if (text === null) {
        failed = true;
        continue;
      }
      const partial = /^_partials\/(.+)\.hbs$/.exec(path)?.[1];
      const output = path.replace(/\.hbs$/, "");
      if (partial !== undefined) partials.set(partial, { partial, name: label, text });
      else if (path.endsWith(".hbs")) {
        statics.delete(output);
        templates.set(output, { path: output, name: label, text, language: languageOf(output) });
      } else {
        templates.delete(output);
        statics.set(output, { path: output, name: label, text });
      }
    }
  }
  const sorted = <T>(map: ReadonlyMap<string, T>) =>
    [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  return failed ? null : { templates: sorted(templates), partials: sorted(partials), statics: sorted(statics) };
}

/** Files of a set that are about the set: they are neither output nor partials. */
function isOfTheSet(path: string): boolean {
  return (path.startsWith("_partials/") && !path.endsWith(".hbs")) || basename(path).startsWith(".");
}

/** The text of a file with `\n` as line end and without byte order mark, or null after an error. */
async function readText(path: string, name: string, diagnostics: Diagnostics): Promise<string | null> {
  try {
    const bytes = await readFile(path);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll("\r\n", "\n");
  } catch (error) {
    const reason = isSystemError(error) ? describeSystemError(error) : "it is not UTF-8 text";
    diagnostics.add("template-not-readable", null, { name, reason });
    return null;
  }
}

/**
 * The files of a template set, without those about the set.
 * @param folder absolute
 * @returns relative paths with forward slashes, in code-unit order; null for a folder that cannot be read
 */
export async function listSetFiles(folder: string): Promise<readonly string[] | null> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
      .filter((path) => !isOfTheSet(path))
      .sort();
  } catch {
    return null;
  }
}

const languages: Readonly<Record<string, TemplateLanguage>> = {
  ".ts": "ts",
  ".tsx": "ts",
  ".mts": "ts",
  ".cts": "ts",
  ".js": "ts",
  ".mjs": "ts",
  ".cjs": "ts",
  ".json": "json",
  ".md": "md",
};

function languageOf(path: string): TemplateLanguage {
  return languages[extname(path)] ?? "text";
}
