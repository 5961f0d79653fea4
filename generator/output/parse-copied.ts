/** Files that a template set of the user's has copied as they are: they must be valid, as what is printed must be. */
import type { Diagnostics } from "../diagnostics.js";
import { ts } from "../types/openapi-typescript.js";
import { isRelaxedJson, jsonProblem, type JsonProblem } from "./json-problem.js";
import type { StaticFile } from "./template-set.js";

/**
 * Parses the TypeScript, JavaScript and JSON among files; each error is a diagnostic at its place in the set.
 * @returns whether all are valid
 */
export function parseCopied(files: readonly StaticFile[], diagnostics: Diagnostics): boolean {
  return files
    .filter(({ isBuiltIn }) => !isBuiltIn)
    .map((file) => parseFile(file, diagnostics))
    .every(Boolean);
}

function parseFile({ path, name, text }: StaticFile, diagnostics: Diagnostics): boolean {
  const problem = /\.[cm]?[jt]sx?$/.test(path)
    ? scriptProblem(path, text)
    : path.endsWith(".json")
      ? isRelaxedJson(path)
        ? relaxedProblem(text)
        : jsonProblem(path, text)
      : null;
  if (problem === null) return true;
  const before = text.slice(0, problem.offset).split("\n");
  const line = before.length;
  const column = (before.at(-1)?.length ?? 0) + 1;
  const sourceLine = text.split("\n")[line - 1] ?? "";
  const at = { uri: name, line, column, sourceLine };
  diagnostics.add("output-syntax", at, { template: name, reason: problem.reason, output: path, printed: "" });
  return false;
}

function scriptProblem(path: string, text: string): JsonProblem | null {
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, allowJs: true };
  const { diagnostics = [] } = ts.transpileModule(text, { fileName: path, reportDiagnostics: true, compilerOptions });
  const [first] = diagnostics;
  if (first === undefined) return null;
  return { offset: first.start ?? 0, reason: ts.flattenDiagnosticMessageText(first.messageText, " ") };
}

function relaxedProblem(text: string): JsonProblem | null {
  const { error } = ts.parseConfigFileTextToJson("tsconfig.json", text);
  if (error === undefined) return null;
  return { offset: error.start ?? 0, reason: ts.flattenDiagnosticMessageText(error.messageText, " ") };
}
