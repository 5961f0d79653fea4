/** Where hostile text stands in a Markdown file: as prose, or as something else. */
import { parsers } from "prettier/plugins/markdown";
import type { ParserOptions } from "prettier";
import { scriptLeaks } from "./static-oracle.js";

/** A node of Prettier's tree (that of remark). */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly lang?: string | null;
  readonly url?: string;
  readonly title?: string | null;
  readonly children?: readonly Node[];
}

/**
 * Leaks of a marker: into raw HTML, the target of a link, a code block whose language is not TypeScript; and into code, in
 * a code block that is.
 */
export function markdownLeaks(text: string, marker: string): readonly string[] {
  // The parser asks for no option.
  const root = parsers.markdown.parse(text, {} as ParserOptions) as Node;
  return leaksBelow(root, marker);
}

function leaksBelow(node: Node, marker: string): readonly string[] {
  const inside = (node.children ?? []).flatMap((child) => leaksBelow(child, marker));
  const { type, value = "", lang, url = "", title } = node;
  const own: string[] = [];
  if (/^(?:javascript|data|vbscript|file):/i.test(url)) own.push(`a link to ${url.slice(0, 60)}`);
  if (title?.includes(marker) === true) own.push("the marker is in the title of a link");
  if (url.includes(marker) && !/^(?:https?:\/\/|mailto:)/i.test(url)) own.push(`the marker is in a link to ${url}`);
  if (type === "html" && value.includes(marker)) own.push(`the marker is in HTML: ${value.slice(0, 80)}`);
  if (type === "code" && value.includes(marker)) {
    const isScript = /^(?:ts|js|typescript|javascript)\b/.test(lang ?? "");
    own.push(...(isScript ? scriptLeaks(value, marker) : [`the marker is in code: ${value.slice(0, 80)}`]));
  }
  return [...own, ...inside];
}
