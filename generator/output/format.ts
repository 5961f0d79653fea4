/** Formatting by Prettier; a syntax error here is how a template that prints bad code is found. */
import type { Options } from "prettier";
import type { Diagnostics } from "../diagnostics.js";
import type { OutputFile } from "./output-file.js";
import type { RenderedFile } from "./render-files.js";

const parsers: readonly (readonly [RegExp, string])[] = [
  [/\.[cm]?tsx?$/, "typescript"],
  [/\.[cm]?jsx?$/, "babel"],
  [/(^|\/)package\.json$/, "json-stringify"],
  [/\.json$/, "json"],
  [/\.md$/, "markdown"],
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
  const [{ format }, ...plugins] = await Promise.all([
    import("prettier/standalone"),
    import("prettier/plugins/estree"),
    import("prettier/plugins/typescript"),
    import("prettier/plugins/babel"),
    import("prettier/plugins/markdown"),
  ]);
  const results = await Promise.all(
    files.map(async ({ path, text, template }): Promise<OutputFile | null> => {
      const parser = parsers.find(([pattern]) => pattern.test(path))?.[1];
      if (parser === undefined) return { path, text };
      try {
        return { path, text: await format(text, { ...options, plugins, parser, endOfLine: "lf" }) };
      } catch (error) {
        diagnostics.add("output-syntax", { uri: template, line: 1, column: 1 }, { path, reason: reasonOf(error) });
        return null;
      }
    }),
  );
  const formatted = results.filter((file) => file !== null);
  return formatted.length === results.length ? formatted : null;
}

/** The first line of the parser's message; a code frame follows. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n")[0] ?? message;
}
