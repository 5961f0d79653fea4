/** One hostile document: the command's outcome, what it wrote, and what that does when it is run. */
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { leaksOf } from "../../test/security/static-oracle.js";
import { typeErrors } from "../corpus/check-types.js";
import { type LimitedRun, runLimited } from "../processes/run-limited.js";
import { compiledModule } from "./compiled-module.js";
import { type HostileEntry, isFatal } from "./manifest.js";

export interface HostileTask {
  readonly folder: string;
  readonly entry: HostileEntry;
  /** Beside the built-in sets: `--templates`. */
  readonly templates: readonly string[];
}

export interface HostileResult {
  readonly failures: readonly string[];
  readonly outcome: "generated" | "refused";
  /** Milliseconds of the command. */
  readonly time: number;
}

/** What the README gives a run. */
const limits = { timeout: 20, memory: 512 };
const repository = fileURLToPath(new URL("../..", import.meta.url));
const command = join(repository, "dist/cli.js");

interface Shown {
  readonly severity: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** Runs it, in a folder that goes away. */
export async function checkHostile({ folder, entry, templates }: HostileTask): Promise<HostileResult> {
  const root = realpathSync(await mkdtemp(join(tmpdir(), "exemplar-hostile-")));
  try {
    // Generated modules import what the user has installed; the command's cache stays in the folder.
    await symlink(join(repository, "node_modules"), join(root, "node_modules"));
    const cwd = join(root, "work");
    await mkdir(join(cwd, "node_modules"), { recursive: true });
    await writeFile(join(cwd, "canary"), "untouched");
    await writeFile(join(cwd, "secret.yml"), "Secret: { type: string, const: s3cr3t }\n");
    await copyFile(join(folder, entry.file), join(cwd, entry.file));
    return await checkIn(cwd, entry, templates);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function checkIn(cwd: string, entry: HostileEntry, templates: readonly string[]): Promise<HostileResult> {
  const network = join(cwd, "network.log");
  await writeFile(network, "");
  const sets = templates.flatMap((set) => ["--templates", set]);
  const nodeArguments = ["--import", await compiledModule("watch-network")];
  const exemplar = (...args: readonly string[]) =>
    runLimited([command, ...args, ...sets], {
      cwd,
      ...limits,
      nodeArguments,
      env: { WATCHED_NETWORK: network, NO_COLOR: "1" },
    });
  const run = await exemplar("generate", entry.file, "-o", "out", "--json");
  const out = join(cwd, "out");
  const files = await readFiles(out);
  const failures = [...runFailures(run), ...outcomeFailures(entry, run, files)];

  if (run.status === 0) {
    // For people, too: what it prints has text of the document in it. And nothing is to be done a second time.
    const again = await exemplar("generate", entry.file, "-o", "out");
    failures.push(...runFailures(again));
    if (changed(files, await readFiles(out)).length > 0) failures.push("a second run changes the output");
    failures.push(...(await otherSpelling(cwd, entry, exemplar, files)));
    if (entry.verdict === "ERROR") {
      const strict = await exemplar("generate", entry.file, "-o", "strict", "--strict");
      failures.push(...runFailures(strict));
      if (strict.status !== 1) failures.push(`exit ${String(strict.status)} under --strict`);
      if ((await readFiles(join(cwd, "strict"))).size > 0) failures.push("files were written under --strict");
    }
    failures.push(...fileFailures(files));
    failures.push(...(await exercise(cwd)));
  } else {
    const shown = await exemplar("generate", entry.file, "-o", "out");
    failures.push(...runFailures(shown));
    if (shown.status !== run.status) failures.push(`exit ${String(shown.status)} the second time`);
    if ((await readFiles(out)).size > 0) failures.push("files were written in spite of an error");
  }
  const log = await readFile(network, "utf8");
  if (log !== "") failures.push(`network: ${log.trim()}`);
  if ((await readFile(join(cwd, "canary"), "utf8")) !== "untouched") failures.push("the canary was touched");
  const beside = (await readdir(cwd)).filter((name) => !known(name, entry));
  if (beside.length > 0) failures.push(`files beside the output: ${beside.join(", ")}`);
  return { failures: [...new Set(failures)], outcome: run.status === 0 ? "generated" : "refused", time: run.time };
}

function known(name: string, { file }: HostileEntry): boolean {
  return ["canary", "secret.yml", "network.log", "node_modules", "out", "scripts", "spelt", file].includes(name);
}

/** What no run may show or do. */
function runFailures({ status, isLate, stdout, stderr }: LimitedRun): readonly string[] {
  const printed = `${stdout}\n${stderr}`;
  const failures: string[] = [];
  if (isLate) failures.push(`no end within ${limits.timeout} s`);
  else if (status !== 0 && status !== 1) failures.push(`exit ${String(status)}: ${stderr.slice(-300)}`);
  if (/\n\s+at .+:\d+:\d+\)?/.test(printed)) failures.push("a stack trace");
  if (/root:x:|s3cr3t/.test(printed)) failures.push("a secret was printed");
  if (printed.includes("\u001b")) failures.push("a raw ESC was printed");
  return failures;
}

/** What the verdict asks for, with the two rules that soften it. */
function outcomeFailures(entry: HostileEntry, run: LimitedRun, files: ReadonlyMap<string, string>): readonly string[] {
  const { verdict, at, must } = entry;
  if (run.status !== 0 && run.status !== 1) return [];
  const failures: string[] = [];
  const problems = problemsIn(run.stdout);
  if (problems === null) return ["--json printed no JSON"];
  if (run.status === 1 && files.size > 0) failures.push("files were written in spite of an error");
  if (run.status === 1 && verdict === "SAFE") failures.push("refused, but it is to be generated");
  if (run.status === 0 && isFatal(entry)) failures.push("generated, but it is to be refused as a whole");
  const counted = problems.filter(({ severity }) => severity === (run.status === 1 ? "error" : "warning"));
  if (run.status === 1 && !counted.some(({ line, column }) => line !== null && column !== null))
    failures.push("no error has a place");
  const isAsked = verdict === "ERROR" || (at !== undefined && /warning/.test(must));
  if (isAsked && counted.length === 0) failures.push("no problem was reported");
  if (isAsked && at !== undefined && !counted.some((problem) => isAt(problem, at, must)))
    failures.push(
      `nothing at ${at.line}:${at.col}, but at ${counted.map(({ line, column }) => `${String(line)}:${String(column)}`).join(", ")}`,
    );
  return failures;
}

/** On the line that is asked for; of duplicates the manifest names the first, a message may name the second. */
function isAt({ line }: Shown, at: { readonly line: number }, must: string): boolean {
  return line === at.line || (/duplicate/.test(must) && (line ?? 0) > at.line);
}

function problemsIn(stdout: string): readonly Shown[] | null {
  try {
    // What `--json` prints: docs/diagnostics.md.
    const report = JSON.parse(stdout) as { readonly targets?: readonly { readonly diagnostics: readonly Shown[] }[] };
    return (report.targets ?? []).flatMap(({ diagnostics }) => diagnostics);
  } catch {
    return null;
  }
}

/** The same document with CRLF and a byte order mark makes the same files. */
async function otherSpelling(
  cwd: string,
  { file }: HostileEntry,
  exemplar: (...args: readonly string[]) => Promise<LimitedRun>,
  files: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const bytes = await readFile(join(cwd, file));
  const isText = Buffer.from(bytes.toString("utf8"), "utf8").equals(bytes);
  if (!isText) return [];
  const text = bytes
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .replace(/(?<!\r)\n/g, "\r\n");
  await mkdir(join(cwd, "spelt"));
  // The package is named for the folder.
  await writeFile(join(cwd, "spelt", file), `\ufeff${text}`);
  const run = await exemplar("generate", `spelt/${file}`, "-o", "spelt/out");
  const differing = changed(files, await readFiles(join(cwd, "spelt/out")));
  return [
    ...runFailures(run),
    ...(run.status === 0 ? [] : [`exit ${String(run.status)} with CRLF and a byte order mark`]),
    ...(differing.length === 0 ? [] : [`other files with CRLF and a byte order mark: ${differing.join(", ")}`]),
  ];
}

/** Texts by path; links are followed to be seen. */
async function readFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map<string, string>();
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).replaceAll(sep, "/");
    if (entry.isFile()) files.set(name, await readFile(path, "utf8"));
    else if (!entry.isDirectory()) files.set(name, "no file");
  }
  return files;
}

/** Paths whose texts differ; the manifest's hash of its inputs is none of the output. */
function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  const bare = (text: string | undefined) => text?.replace(/"inputs": "[^"]*"/, "");
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => bare(before.get(path)) !== bare(after.get(path)));
}

/** The static oracle, and the compiler. */
function fileFailures(files: ReadonlyMap<string, string>): readonly string[] {
  const outputs = [...files].map(([path, text]) => ({ path, text }));
  const leaks = outputs.flatMap((file) => leaksOf(file, "__PWNED__"));
  const odd = outputs.filter(({ path }) => !/^(?:[\w.-]+\/)*[\w.-]+$/.test(path)).map(({ path }) => `a path: ${path}`);
  const errors = typeErrors(outputs).map(({ where, what }) => `${where}: ${what}`);
  return [...leaks, ...odd, ...errors].slice(0, 12);
}

/** The dynamic oracle. Every module is a script of its own, as it would be in a browser without a bundler. */
async function exercise(cwd: string): Promise<readonly string[]> {
  const source = join(cwd, "out/src");
  const names = await readdir(source, { recursive: true });
  await build({
    entryPoints: names.filter((path) => path.endsWith(".ts")).map((path) => join(source, path)),
    outdir: join(cwd, "scripts"),
    outbase: source,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    logLevel: "silent",
    tsconfigRaw: {},
  });
  await writeFile(join(cwd, "scripts/package.json"), '{ "type": "module" }');
  const run = await runLimited([await compiledModule("exercise-package"), join(cwd, "scripts")], {
    cwd,
    timeout: 60,
    memory: limits.memory,
  });
  const last = run.stdout.trim().split("\n").at(-1) ?? "";
  // It prints a list of sentences, last.
  if (last.startsWith("[")) return JSON.parse(last) as readonly string[];
  return [`the package could not be tried: exit ${String(run.status)} ${run.stderr.slice(-300)}`];
}
