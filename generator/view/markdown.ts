/** Text of a document as Markdown (CommonMark with GitHub's extensions) that shows the text and means nothing else. */
import { createCode, isCode, isTemplateLiteral, type Markdown } from "./code.js";
import { plainLines } from "./plain-text.js";

/** What has a meaning within a line; an underscore has none between letters. */
const INLINE = /[\\`*[\]~|$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** HTML, and braces: what MDX, VitePress and Jekyll evaluate, and attributes of markdown-it-attrs. */
const HTML_OR_BRACE = /[&<>{]/g;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ["{", "&#123;"],
]);
/** What begins a block at the start of a line: headings, lists, rules, underlines of headings, containers. */
const BLOCK_START = /^( ?(?:\d{1,9}(?=[.)]))?)([-+=#.)]|:(?=::))/;

/** Escapes text for a line of Markdown prose: one line, no markup, no HTML. Line ends become blanks. */
export function markdownText(text: string): string {
  return markdownInline(text).replace(BLOCK_START, (_, before: string, sign: string) => `${before}\\${sign}`);
}

/** The same for text that does not begin its line. */
export function markdownInline(text: string): string {
  return oneLine(text)
    .replace(INLINE, (char) => `\\${char}`)
    .replace(HTML_OR_BRACE, (char) => ENTITIES.get(char) ?? char);
}

/** A code span that shows the text on one line; nothing, where the text is blank. */
export function markdownCode(text: string): Markdown {
  const line = oneLine(text).trim();
  if (line === "") return createCode("markdown", "");
  // A bar ends the cell of a table even within a code span, where its escape would show: such code is written as HTML.
  if (/\||\{[{%]/.test(line)) {
    return createCode("markdown", `<code>${markdownText(line).replaceAll("\\|", "&#124;")}</code>`);
  }
  const longest = (line.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = "`".repeat(longest + 1);
  const padding = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return createCode("markdown", `${fence}${padding}${line}${padding}${fence}`);
}

/** A block of code that shows the text, line by line. @param language our own word for it */
export function markdownCodeBlock(text: string, language = ""): Markdown {
  const lines = plainLines(text.replace(/^\n+|\s+$/g, ""));
  // Site generators evaluate `{{ }}` in blocks of code, too.
  if (lines.some((line) => /\{[{%]/.test(line))) {
    const escaped = lines.map((line) => line.replace(/[&<>{]/g, (char) => ENTITIES.get(char) ?? char));
    return createCode("markdown", `<pre><code>${escaped.join("\n")}</code></pre>`);
  }
  if (!/^[\w+-]*$/.test(language)) throw new TypeError("The language of a block of code is a word");
  const longest = (lines.join("\n").match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = "`".repeat(longest + 1);
  return createCode("markdown", [`${fence}${language}`, ...lines, fence].join("\n"));
}

/** Composes Markdown: the template's own text as it is, Markdown as it is, other text escaped. */
export function markup(parts: TemplateStringsArray, ...values: readonly (string | number | Markdown)[]): Markdown {
  if (!isTemplateLiteral(parts)) throw new TypeError("markup is for template literals alone");
  const [first = "", ...rest] = parts;
  const printed = values.map((value, at) => {
    return (isCode(value) ? value.text : markdownText(String(value))) + (rest[at] ?? "");
  });
  return createCode("markdown", first + printed.join(""));
}

/**
 * Pieces of Markdown, the empty ones left out.
 * @param separator between them: blanks, line ends and signs of sentences, or Markdown, such as markup` or `
 * @throws for anything else: a bug of ours, or of a helper
 */
export function joinMarkdown(parts: readonly Markdown[], separator: string | Markdown): Markdown {
  const between = typeof separator === "string" ? separator : separator.text;
  if (typeof separator === "string" ? !/^[\s,;.·]*$/.test(separator) : !isCode(separator))
    throw new TypeError("joinMarkdown takes blanks, signs or Markdown between pieces");
  const wrong = Array.from<unknown>(parts).find((part) => !isCode(part) || part.language !== "md");
  if (wrong !== undefined) throw new TypeError("joinMarkdown is for Markdown alone");
  return createCode("markdown", parts.flatMap(({ text }) => (text === "" ? [] : [text])).join(between));
}

/**
 * A link to another page of the output.
 * @param path relative, of letters, digits, `-`, `_`, `.`, `/` and `#`
 * @throws for any other path
 */
export function markdownPageLink(label: Markdown, path: string): Markdown {
  if (!/^(?![/.])[\w./%-]*(?:#[\w%-]*)?$/.test(path) || path.includes("//"))
    throw new Error(`${path} is no path of a page`);
  return createCode("markdown", `[${label.text}](${path})`);
}

/**
 * A link.
 * @param text what it shows
 * @param url where it leads; only http, https and mailto URLs become links, of others the text alone is printed
 */
export function markdownLink(text: string, url: string): Markdown {
  const label = markdownText(text);
  if (!/^(?:https?:\/\/|mailto:)/i.test(url)) return createCode("markdown", label);
  const target = encodeURI(oneLine(url)).replace(/[()<>\\*_`|]/g, percent);
  // encodeURI escaped the percent signs of what was escaped before, too.
  return createCode("markdown", `[${label}](${target.replaceAll("%25", () => "%").replaceAll("&", () => "&amp;")})`);
}

function percent(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}

function oneLine(text: string): string {
  return plainLines(text)
    .join(" ")
    .replace(/\s+/g, () => " ");
}
