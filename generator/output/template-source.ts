/** A template as it was read, before anything is known of it. */
import type { TextPosition } from "../diagnostics.js";

/**
 * What the output is written in: it decides how values print. `settings` is JSON that npm acts upon, a package.json;
 * `yaml` is the front matter of Markdown. `text` is everything that has no rules of its own.
 */
export type TemplateLanguage = "ts" | "tsx" | "json" | "settings" | "md" | "yaml" | "text";

/** Whether values print as TypeScript. `tsx` differs in what stands around them: in JSX, quotes mean nothing. */
export function isScript(language: TemplateLanguage | null): boolean {
  return language === "ts" || language === "tsx";
}

/** Whether values print as JSON, each a token of its own. */
export function isJson(language: TemplateLanguage | null): boolean {
  return language === "json" || language === "settings";
}

export interface TemplateSource {
  /** As it is named in diagnostics, `client/src/index.ts.hbs`. */
  readonly name: string;
  readonly text: string;
  readonly language: TemplateLanguage;
}

/** A partial takes the language of what includes it. */
export interface PartialSource {
  /** As templates name it: `operation` for `_partials/operation.hbs`. */
  readonly partial: string;
  /** As it is named in diagnostics, `client/_partials/operation.hbs`. */
  readonly name: string;
  readonly text: string;
}

/** Where a node of Handlebars' syntax tree stands; its columns count from 0, ours from 1. */
export function templatePlace(
  name: string,
  position: { readonly line: number; readonly column: number },
): TextPosition {
  return { uri: name, line: position.line, column: position.column + 1 };
}
