/**
 * Whether what templates printed means in Markdown what it was printed as. A parser of CommonMark and GitHub's extensions
 * reads the whole file: what was printed as prose must be prose there, what was printed as code must stand in a block
 * of code.
 */
import { frontMatterIn } from "./front-matter.js";
import type { PrintedProblem, PrintedRange } from "./printed-in-script.js";
import type { TemplateLanguage } from "./template-source.js";

export interface PrintedInMarkdown extends PrintedRange {
  /** In which it was printed. */
  readonly language: TemplateLanguage;
}

/** What is not read as prose: within it, what is escaped for prose means something else. */
const OPAQUE = ["html", "code", "inlineCode", "definition", "image", "imageReference"];

/**
 * Reads a Markdown file.
 * @param text of the whole file
 * @param printed what tags printed in it
 */
export async function readMarkdown<Range extends PrintedInMarkdown>(
  text: string,
  printed: readonly Range[],
): Promise<readonly PrintedProblem<Range>[]> {
  const [{ fromMarkdown }, { gfm }, { gfmFromMarkdown }] = await Promise.all([
    import("mdast-util-from-markdown"),
    import("micromark-extension-gfm"),
    import("mdast-util-gfm"),
  ]);
  // Blanks in its place keep the offsets.
  const prose = frontMatterIn(text)?.after ?? 0;
  const rest = text.slice(0, prose).replace(/[^\n]/g, " ") + text.slice(prose);
  const tree = fromMarkdown(rest, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const spans = spansOf(tree);
  return printed.flatMap((range) => {
    const { language, start, end } = range;
    if (end <= prose) return language === "yaml" ? [] : [{ range, where: "in front matter, as other text" }];
    const around = spans.filter(
      (span) => span.start < end && span.end > start && (span.start < start || span.end > end),
    );
    const opaque = around.find(({ type }) => OPAQUE.includes(type) || type === "target");
    const where =
      language === "md"
        ? opaque && WORDS[opaque.type]
        : opaque?.type === "code" && opaque.start <= start && opaque.end >= end
          ? undefined
          : "outside of the block of code that the template means";
    return where === undefined ? [] : [{ range, where }];
  });
}

const WORDS: Readonly<Record<string, string>> = {
  html: "inside of HTML",
  code: "inside a block of code",
  inlineCode: "inside a code span",
  definition: "inside the definition of a link",
  image: "inside an image",
  imageReference: "inside an image",
  target: "inside the target of a link",
};

interface Span {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** A node of the tree, as far as it is looked at here. */
interface Node {
  readonly type: string;
  readonly position?:
    | {
        readonly start: { readonly offset?: number | undefined };
        readonly end: { readonly offset?: number | undefined };
      }
    | undefined;
  readonly children?: readonly Node[];
}

/** All nodes, and the parts of links that are not their text. */
function spansOf(node: Node): readonly Span[] {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  const children = node.children ?? [];
  const inner = children.flatMap(spansOf);
  if (node.type !== "link" && node.type !== "linkReference") return [{ type: node.type, start, end }, ...inner];
  const last = children.at(-1)?.position?.end.offset ?? start;
  return [{ type: "target", start: last, end }, ...inner];
}
