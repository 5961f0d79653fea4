/** Golden cases: a small document, what it becomes, and what the command says of it. One folder a case in `test/cases`. */
import { existsSync, readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pc from "picocolors";
import { defaultTemplates, type Target } from "../generator/config.js";
import { templateSources } from "../generator/template-sources.js";
import { collectDiagnostics } from "../generator/diagnostics.js";
import { dateTypes } from "../generator/document/dates.js";
import { int64Types } from "../generator/document/int64.js";
import type { SourceFile } from "../generator/document/document.js";
import { generate } from "../generator/generate.js";
import type { OutputFile } from "../generator/output/output-file.js";
import { defaultPagination } from "../generator/model/pagination.js";
import { formatDiagnostic, locateAll } from "../generator/report.js";

const casesFolder = fileURLToPath(new URL("cases", import.meta.url));

export interface Case {
  readonly name: string;
  readonly folder: string;
  /** The paths of the files below `expected/`: of all that is generated, those that show the idea. */
  readonly shown: readonly string[];
}

export interface CaseOutcome {
  /** All generated files; null where the document was refused. */
  readonly files: readonly OutputFile[] | null;
  /** What the command prints for people, without colours; empty where there is nothing to say. */
  readonly diagnostics: string;
}

/** All cases, by name. */
export async function listCases(): Promise<readonly Case[]> {
  const entries = await readdir(casesFolder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => {
      const folder = join(casesFolder, name);
      return { name, folder, shown: await listFiles(join(folder, "expected")) };
    }),
  );
}

async function listFiles(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return paths.map((path) => path.slice(folder.length + 1).replaceAll("\\", "/")).sort();
}

/** Generates a case in memory, with the built-in templates. */
export async function runCase({ name, folder }: Case): Promise<CaseOutcome> {
  const diagnostics = collectDiagnostics();
  let sources: ReadonlyMap<string, SourceFile> = new Map();
  const templates = templateSources(defaultTemplates, "");
  const generated = await generate(
    targetOfCase(name, folder),
    { cwd: folder, templates, verify: false },
    diagnostics,
    (document) => {
      sources = document.files;
    },
  );
  const located = locateAll(diagnostics, sources);
  const colourless = pc.createColors(false);
  return {
    files: generated?.files ?? null,
    diagnostics: located.map((diagnostic) => `${formatDiagnostic(diagnostic, colourless)}\n`).join("\n"),
  };
}

/** What a case is generated with. */
export function targetOfCase(name: string, folder: string): Target {
  const overlay = join(folder, "overlay.yml");
  return {
    document: documentOf(folder),
    overlays: existsSync(overlay) ? [overlay] : [],
    output: join(folder, "expected"),
    templates: defaultTemplates,
    packageName: name,
    packageVersion: "1.0.0",
    infer: { required: "seen", partial: "keep" },
    refs: { roots: [], hosts: [] },
    forms: formsOf(folder),
    pagination: defaultPagination,
    int64: int64Of(folder),
    dates: datesOf(folder),
    strict: false,
    verify: false,
  };
}

/** The document of a case: `openapi.yml`, or `openapi.json`. */
function documentOf(folder: string): string {
  const json = join(folder, "openapi.json");
  return existsSync(json) ? json : join(folder, "openapi.yml");
}

/** The document's text, and the sentence that says its idea: the first line, or the description, as JSON has no comments. */
export async function readIdea({ folder }: Case): Promise<{ readonly text: string; readonly idea: string }> {
  const path = documentOf(folder);
  const text = await readFile(path, "utf8");
  const [, description = ""] = /"description": "([^"]*)"/.exec(text) ?? [];
  return { text, idea: path.endsWith(".json") ? `# ${description}` : (text.split("\n")[0] ?? "") };
}

/** What a case's `forms.json` chooses, as the config's `forms` would. */
function formsOf(folder: string): Target["forms"] {
  const file = join(folder, "forms.json");
  const none = { dialect: null, operations: {} };
  // A file of ours: what is in it is what a config may say.
  return existsSync(file) ? { ...none, ...(JSON.parse(readFileSync(file, "utf8")) as Partial<Target["forms"]>) } : none;
}

/** What a case's `int64.txt` chooses, as the config's `int64` would. */
function int64Of(folder: string): Target["int64"] {
  const file = join(folder, "int64.txt");
  const text = existsSync(file) ? readFileSync(file, "utf8").trim() : "";
  return int64Types.find((type) => type === text) ?? "number";
}

/** What a case's `dates.txt` chooses, as the config's `dates` would. */
function datesOf(folder: string): Target["dates"] {
  const file = join(folder, "dates.txt");
  const text = existsSync(file) ? readFileSync(file, "utf8").trim() : "";
  return dateTypes.find((type) => type === text) ?? "string";
}

/** The text of a file of a case, or null where it has none. */
export async function readExpected({ folder }: Case, path: string): Promise<string | null> {
  const file = join(folder, path);
  return existsSync(file) ? readFile(file, "utf8") : null;
}
