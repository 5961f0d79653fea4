/** The import rule of the architecture, as a function of source texts, so that it can be tried on planted mistakes. */
import { dirname, posix } from "node:path";
import ts from "typescript";

export interface SourceText {
  /** Relative to the repository: `generator/view/code.ts`. */
  readonly path: string;
  readonly text: string;
}

/** The pipeline's folders: each imports from itself and from those before it. */
const folders = ["document", "model", "types", "view", "output", "mock"];

/** Modules at the root that all folders may know. */
const shared = new Set(["generator/diagnostics.ts", "generator/mask-secrets.ts"]);

/** Messages, by stage: only for the catalogue that joins them. */
const messages = "catalogue";

/** Modules at the root that know folders; the first of them all, the others what they need. */
const fromRoot: Readonly<Record<string, readonly string[]>> = {
  "generator/generate.ts": folders,
  "generator/diagnostic-catalogue.ts": [messages],
  "generator/run.ts": folders,
  "generator/cli.ts": folders,
  // The types of choices, and the words for them.
  "generator/command-options.ts": ["document"],
  "generator/config.ts": ["document", "model"],
  "generator/load-config.ts": ["document", "output"],
  // Their work, without a document.
  "generator/infer-batch.ts": ["document", "types"],
  "generator/infer-files.ts": ["document", "types", "view", "output"],
  "generator/infer-command.ts": ["document"],
  // Generates, and serves what it gets.
  "generator/load-served.ts": ["document", "model", "mock"],
  "generator/mock-command.ts": ["mock"],
  "generator/mock-messages.ts": ["mock"],
  "generator/request-log.ts": ["mock"],
  // The types of what is reported and printed, no more.
  "generator/report.ts": ["document"],
  "generator/summary.ts": ["output"],
  "generator/inspect-command.ts": ["document", "output", "view"],
  "generator/templates-command.ts": ["document", "output"],
  "generator/templates-doctor.ts": ["output", "view"],
  // What helpers of template sets are written with.
  "generator/helpers.ts": ["document", "view", "output"],
  "generator/template-sources.ts": ["output"],
  "generator/watch-command.ts": ["output"],
  // Which inputs are hashed, and which files are proof that nothing changed.
  "generator/fingerprint.ts": ["output"],
  "generator/untouched.ts": ["output"],
};

/** Packages (and Node's file system) that only some modules use: a folder, or a file. */
const owners: Readonly<Record<string, readonly string[]>> = {
  "openapi-typescript": ["generator/types/"],
  typescript: ["generator/types/", "generator/output/printed-in-script.ts"],
  handlebars: ["generator/output/"],
  prettier: ["generator/output/"],
  "ts-morph": ["generator/output/verify.ts", "generator/output/template-types.ts", "generator/templates-doctor.ts"],
  yaml: ["generator/document/parse-yaml.ts", "generator/output/print-data.ts"],
  "json-p3": ["generator/document/json-path.ts"],
  commander: ["generator/cli.ts", "generator/command-options.ts"],
  // For `isIP`: the one connection that the generator opens is a `fetch` (reference-access.ts).
  "node:net": ["generator/document/infer-format.ts"],
  "node:fs": [
    "generator/document/load.ts",
    "generator/document/reference-access.ts",
    // Config, caches and hashes.
    "generator/cli.ts",
    "generator/load-config.ts",
    "generator/find-up.ts",
    "generator/templates-command.ts",
    "generator/templates-doctor.ts",
    "generator/fingerprint.ts",
    "generator/run-cache.ts",
    "generator/untouched.ts",
    "generator/watch-files.ts",
    // Template sets and formatting options.
    "generator/output/template-set.ts",
    "generator/output/prettier-options.ts",
    // The mock: its modules for a moment, the page's script, and what it is made of.
    "generator/mock/load-mock.ts",
    "generator/mock/reference-page.ts",
    // Emit.
    "generator/output/emit.ts",
    "generator/output/compare.ts",
    "generator/output/complete-journal.ts",
    "generator/output/inspect-output.ts",
    "generator/output/journal.ts",
    "generator/output/manifest.ts",
    "generator/output/with-lock.ts",
  ],
};

/** Packages that no listed module imports are free; Node's own network modules are for nobody but what serves the mock. */
const forbidden = /^node:(?:https?|tls|dgram|http2|child_process|vm|worker_threads)$/;

/** The imports of a module that break the rule, as `path:line: what is wrong`. */
export function importProblems({ path, text }: SourceText): readonly string[] {
  return importsOf(path, text).flatMap(({ specifier, line }) => {
    const problem = specifier.startsWith(".") ? relativeProblem(path, specifier) : packageProblem(path, specifier);
    return problem === null ? [] : [`${path}:${String(line)}: ${problem}`];
  });
}

function relativeProblem(path: string, specifier: string): string | null {
  if (!specifier.endsWith(".js")) return `${specifier} does not end in .js`;
  const target = posix.join(dirname(path), specifier).replace(/\.js$/, ".ts");
  if (shared.has(target)) return null;
  const from = folderOf(path);
  const to = folderOf(target);
  if (from === "") {
    const allowed = fromRoot[path] ?? [];
    return to === "" || allowed.includes(to) ? null : `this module does not import from ${to}/`;
  }
  if (to === "") return `${from}/ does not import ${target}`;
  if (from === messages) return to === messages ? null : `${from}/ does not import from ${to}/`;
  if (to === messages) return `${from}/ does not import from ${to}/`;
  return folders.indexOf(to) <= folders.indexOf(from)
    ? null
    : `${from}/ does not import from ${to}/, which comes after it`;
}

function packageProblem(path: string, specifier: string): string | null {
  if (specifier === "node:http" && path === "generator/mock/serve-mock.ts") return null;
  if (forbidden.test(specifier)) return `nothing imports ${specifier}`;
  const name = specifier.replace(/^(node:[^/]+|@[^/]+\/[^/]+|[^/]+).*$/, "$1");
  const allowed = Object.hasOwn(owners, name) ? owners[name] : undefined;
  if (allowed === undefined || allowed.some((owner) => path.startsWith(owner))) return null;
  return `${specifier} is only imported by ${allowed.join(", ")}`;
}

/** `view` for `generator/view/code.ts`, an empty text for modules at the root. */
function folderOf(path: string): string {
  return /^generator\/([^/]+)\//.exec(path)?.[1] ?? "";
}

function importsOf(path: string, text: string): readonly { readonly specifier: string; readonly line: number }[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: { specifier: string; line: number }[] = [];
  const note = (node: ts.Node) => {
    if (!ts.isStringLiteralLike(node)) return;
    found.push({ specifier: node.text, line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
  };
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined)
      note(node.moduleSpecifier);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) note(node.argument.literal);
    if (ts.isCallExpression(node) && isImporter(node.expression)) node.arguments.forEach(note);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isImporter(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === "require");
}
