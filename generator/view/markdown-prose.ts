/**
 * Descriptions of a document as Markdown of our own: what of their markup is plain (paragraphs, lists, code, bold, links)
 * is written again, all else is escaped and shows as the text that it is.
 */
import { createCode, type Markdown } from "./code.js";
import {
  joinMarkdown,
  markdownCode,
  markdownCodeBlock,
  markdownInline,
  markdownLink,
  markdownText,
} from "./markdown.js";
import { paragraphs } from "./prose.js";

/** A description, of any number of paragraphs; nothing, where there is none. */
export function markdownProse(text: string | null): Markdown {
  if (text === null) return createCode("markdown", "");
  // Every second part is what stands in a fence.
  const parts = text.split(/^ {0,3}(?:```|~~~)[^\n]*\n([^]*?)^ {0,3}(?:```|~~~)[ \t]*$/m);
  const blocks = parts.flatMap((part, at) =>
    (at & 1) === 1 ? [markdownCodeBlock(part)] : paragraphs(part).map(block),
  );
  return joinMarkdown(blocks, "\n\n");
}

/** The same on one line, for a table. */
export function markdownLine(text: string | null): Markdown {
  const lines = paragraphs(text).flatMap((paragraph) => paragraph.split("\n"));
  return joinMarkdown(
    lines.map((line) => inline(line.replace(MARKER, ""))),
    " ",
  );
}

/** What begins a heading, an item, a quotation. */
const MARKER = /^\s*(?:#{1,6}\s+|[-*+]\s+|\d{1,3}[.)]\s+|>\s?)/;

/** A paragraph; lists and tables are often not set apart from what is before them. */
function block(paragraph: string): Markdown {
  const lines = paragraph.split("\n");
  if (lines.every((line) => /^\s*\|/.test(line))) return markdownCodeBlock(paragraph);
  const written = lines.map((line, at): Markdown => {
    const [marker = ""] = MARKER.exec(line) ?? [];
    const rest = inline(line.slice(marker.length));
    const sign = marker.trim();
    const gap = at > 0 && !MARKER.test(lines[at - 1] ?? "") ? "\n" : "";
    if (sign === "" || rest.text === "") return marker === "" ? rest : inline(line);
    if (sign.startsWith("#"))
      return createCode("markdown", `${gap}**${markdownText(line.slice(marker.length)).trim()}**\n`);
    return createCode("markdown", `${gap}${sign.startsWith(">") ? ">" : /\d/.test(sign) ? "1." : "-"} ${rest.text}`);
  });
  return joinMarkdown(written, "\n");
}

/** Code, bold text and links within a line; of an image, which would be loaded, a link is left. */
const SPAN = /(`+)(.+?)\1(?!`)|\*\*([^*]+)\*\*|!?\[([^\]]*)\]\(([^)\s]+)\)/g;

function inline(line: string): Markdown {
  let end = 0;
  let text = "";
  for (const match of line.matchAll(SPAN)) {
    const [whole, , code, bold, label, url] = match;
    text += between(line.slice(end, match.index), text === "");
    text +=
      code !== undefined
        ? markdownCode(code).text
        : bold !== undefined
          ? `**${markdownText(bold).trim()}**`
          : markdownLink(label ?? "", url ?? "").text;
    end = match.index + whole.length;
  }
  return createCode("markdown", (text + between(line.slice(end), text === "")).trim());
}

/** Text that stands within a line: white space at its ends sets it apart from what is beside it. */
function between(text: string, isFirst: boolean): string {
  const inner = text.trim();
  return inner === ""
    ? text && " "
    : `${/^\s/.test(text) ? " " : ""}${(isFirst ? markdownText : markdownInline)(inner)}${/\s$/.test(text) ? " " : ""}`;
}
