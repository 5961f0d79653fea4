/** Formatting by Prettier; a syntax error here is how a template that prints bad code is found. */
import type { Options, Plugin } from "prettier";
import type { Diagnostics, TextPosition } from "../diagnostics.js";
import type { OutputFile } from "./output-file.js";
import { frontMatterIn } from "./front-matter.js";
import type { RenderedFile } from "./render-files.js";

const parsers: readonly (readonly [RegExp, string])[] = [
  [/\.[cm]?tsx?$/, "typescript"],
  [/\.[cm]?jsx?$/, "babel"],
  [/(^|\/)package\.json$/, "json-stringify"],
  [/\.json$/, "json"],
  [/\.md$/, "markdown"],
  [/\.ya?ml$/, "yaml"],
];

/**
 * Formats what templates printed.
 * @param options the user's own, for where the output lies
 * @returns null after an error: text that is no valid file of its kind
 */
export async function formatFiles(
  files: readonly RenderedFile[],
  options: Options,
  diagnostics: Diagnostics,
): Promise<readonly OutputFile[] | null> {
  const format = await loadFormatter(options);
  const results: (OutputFile | null)[] = [];
  // One after the other: Prettier waits for nothing, and all at once, the syntax trees of all files are in memory.
  for (const file of files) results.push(await formatFile(file, format, diagnostics));
  const formatted = results.filter((file) => file !== null);
  return formatted.length === results.length ? formatted : null;
}

/** Formats one; null after an error. */
async function formatFile(
  { path, text, template, sourceOf }: RenderedFile,
  format: Formatter,
  diagnostics: Diagnostics,
): Promise<OutputFile | null> {
  const parser = parsers.find(([pattern]) => pattern.test(path))?.[1];
  if (parser === undefined) return { path, text };
  try {
    return { path, text: await format(text, parser) };
  } catch (error) {
    const at = placeOf(error, path, text);
    const source = sourceOf(at.line, at.column);
    const output = `${path}:${at.line}:${at.column}`;
    diagnostics.add("output-syntax", source ?? at, {
      template,
      reason: reasonOf(error),
      output,
      printed: source === null ? "" : (at.sourceLine ?? ""),
    });
    return null;
  }
}

type Formatter = (text: string, parser: string) => Promise<string>;

/**
 * Prettier with Babel's parser in the place of TypeScript's, also for code in Markdown: the same output in two thirds
 * of the time. What Babel cannot read is tried again with TypeScript's own.
 */
async function loadFormatter(options: Options): Promise<Formatter> {
  const [{ format }, estree, babel, markdown] = await Promise.all([
    import("prettier/standalone"),
    import("prettier/plugins/estree"),
    import("prettier/plugins/babel"),
    import("prettier/plugins/markdown"),
  ]);
  const quick: Plugin = { parsers: { typescript: babel.parsers["babel-ts"] } };
  return async (text, parser) => {
    try {
      // Prettier leaves front matter alone that it cannot read.
      const front = parser === "markdown" ? frontMatterIn(text) : null;
      if (front !== null)
        await format(front.yaml, { plugins: [await import("prettier/plugins/yaml")], parser: "yaml" });
      const others = parser === "yaml" ? [await import("prettier/plugins/yaml")] : [];
      const plugins = [estree, babel, markdown, quick, ...others];
      return await format(text, { ...options, plugins, parser, endOfLine: "lf" });
    } catch (error) {
      if (parser !== "typescript") throw error;
      const typescript = await import("prettier/plugins/typescript");
      return await format(text, { ...options, plugins: [estree, typescript], parser, endOfLine: "lf" });
    }
  };
}

/** Where the parser stopped, in what was printed. */
function placeOf(error: unknown, path: string, text: string): TextPosition {
  const { line, column } = startOf(error) ?? { line: 1, column: 1 };
  return { uri: path, line, column, sourceLine: text.split("\n")[line - 1] ?? "" };
}

/** Prettier's `loc`; lines and columns count from 1. */
function startOf(error: unknown): { readonly line: number; readonly column: number } | null {
  if (!(error instanceof Error) || !("loc" in error)) return null;
  const { loc } = error;
  if (typeof loc !== "object" || loc === null || !("start" in loc)) return null;
  const { start } = loc;
  if (typeof start !== "object" || start === null || !("line" in start) || !("column" in start)) return null;
  return typeof start.line === "number" && typeof start.column === "number"
    ? { line: start.line, column: start.column }
    : null;
}

/** The first line of the parser's message, without the position at its end; a code frame follows. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split("\n")[0] ?? message).replace(/\.? \(\d+:\d+\)$/, "");
}
