/** The JSON that templates have printed: Prettier formats much that no JSON parser reads. */
import type { Diagnostics } from "../diagnostics.js";
import { jsonProblem } from "./json-problem.js";
import type { OutputFile } from "./output-file.js";
import type { RenderedFile } from "./render-files.js";

/**
 * Checks what is to be written; each problem is a diagnostic at the place of the template that printed it.
 * @param formatted as it is to be written
 * @returns whether all of it is JSON
 */
export function checkPrintedJson(
  rendered: readonly RenderedFile[],
  formatted: readonly OutputFile[],
  diagnostics: Diagnostics,
): boolean {
  const broken = formatted.filter(({ path, text }) => path.endsWith(".json") && jsonProblem(path, text) !== null);
  for (const { path } of broken) {
    const file = rendered.find((printed) => printed.path === path);
    const problem = file && jsonProblem(path, file.text);
    if (file === undefined || problem == null) throw new Error(`${path} became no JSON by formatting`);
    const before = file.text.slice(0, problem.offset).split("\n");
    const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1];
    const printed = file.text.split("\n")[line - 1] ?? "";
    const place = file.sourceOf(line, column) ?? { uri: path, line, column, sourceLine: printed };
    const output = `${path}:${String(line)}:${String(column)}`;
    diagnostics.add("output-syntax", place, { template: file.template, reason: problem.reason, output, printed });
  }
  return broken.length === 0;
}
