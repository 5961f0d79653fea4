/** Markdown templates: which part is prose and which a fenced code block (CommonMark 0.31, section 4.5). */
import type { FrontMatter } from "./front-matter.js";
import type { Outline } from "./template-outline.js";
import type { TemplateLanguage } from "./template-source.js";
import type { Statement } from "./template-syntax.js";

/** A part of an outline that is in one language. */
export interface Region {
  readonly language: TemplateLanguage;
  readonly start: number;
  readonly end: number;
  /** False for a code block without end. */
  readonly closed: boolean;
}

interface Regions {
  readonly regions: readonly Region[];
  /** Tags that stand where escaped text means something else. */
  readonly problems: readonly { readonly tag: Statement; readonly where: string }[];
}

/** Also within a list or a quotation. */
const FENCE = /^(?:[\s>]|[-*+] |\d+[.)] )*(`{3,}|~{3,})(.*)$/s;
/** Info strings of code blocks that are checked and printed as TypeScript. */
const SCRIPTS = new Set(["ts", "typescript", "mts", "cts", "js", "javascript", "mjs", "cjs"]);

/**
 * Divides a Markdown template, or a block of one, into prose and code blocks.
 * @param front its front matter, or null
 */
export function markdownRegions(whole: Outline, front: FrontMatter | null): Regions {
  const regions: Region[] = front === null ? [] : [{ language: "yaml", ...front, closed: true }];
  const problems: { tag: Statement; where: string }[] = [];
  let fence: { readonly marker: string; readonly language: TemplateLanguage; readonly start: number } | null = null;
  let start = front?.after ?? 0;
  let paragraph = "";
  for (const line of whole.text.slice(start).split("\n")) {
    const [, marker = "", info = ""] = FENCE.exec(line) ?? [];
    const end = start + line.length + 1;
    if (fence === null && marker !== "" && !(marker.startsWith("`") && info.includes("`"))) {
      for (const { tag } of whole.tagsIn(line)) problems.push({ tag, where: "in the line that opens a code block" });
      fence = { marker, language: languageOf(info), start: end };
    } else if (fence !== null && marker.startsWith(fence.marker) && info.trim() === "") {
      regions.push({ language: fence.language, start: fence.start, end: start, closed: true });
      fence = null;
    } else if (fence === null) {
      regions.push({ language: "md", start, end, closed: true });
      for (const { tag, at } of whole.tagsIn(line)) {
        const where = proseProblem(paragraph + line.slice(0, at));
        if (where !== null) problems.push({ tag, where });
      }
    }
    paragraph = fence !== null || marker !== "" || line.trim() === "" ? "" : `${paragraph}${line}\n`;
    start = end;
  }
  if (fence !== null) regions.push({ language: fence.language, start: fence.start, end: start, closed: false });
  return { regions, problems };
}

/** Shell and all other code prints single safe words only: text within quotes of a shell may still run. */
function languageOf(info: string): TemplateLanguage {
  const word = info.trim().split(/[\s{]/, 1).join("").toLowerCase();
  return SCRIPTS.has(word) ? "ts" : word === "json" ? "json" : "text";
}

/** @param before the paragraph up to a tag: code spans and HTML may go over several lines */
function proseProblem(before: string): string | null {
  if (((before.match(/`/g) ?? []).length & 1) === 1) return "inside a code span (code prints as one by itself)";
  if (/<(?:[A-Za-z!/][^>]*)?$/.test(before)) return "inside an HTML tag";
  return /\]\(\s*[^)\s]*$|^ {0,3}\[(?!\^)[^\]]*\]:\s*\S*$/m.test(before)
    ? "inside the target of a link (the view makes links)"
    : null;
}
