/** What a reader of Markdown makes of a text. */
import * as prettier from "prettier";

export interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly lang?: string | null;
  readonly children?: readonly MarkdownNode[];
}

/** All nodes, in document order. Prettier's own parser reads it, so that the test needs no other; it is not declared. */
export async function markdownNodes(markdown: string): Promise<readonly MarkdownNode[]> {
  const debug = Reflect.get(prettier, "__debug") as {
    parse: (text: string, options: object) => Promise<{ ast: MarkdownNode }>;
  };
  const { ast } = await debug.parse(markdown, { parser: "markdown" });
  const walk = (node: MarkdownNode): readonly MarkdownNode[] => [node, ...(node.children ?? []).flatMap(walk)];
  return walk(ast);
}

/** Of a Markdown text, what may do something that text does not: HTML that is not ours, images, links to programs. */
export async function activeParts(markdown: string): Promise<readonly string[]> {
  const nodes = await markdownNodes(markdown);
  return nodes.flatMap(({ type, value = "", url = "" }) => {
    const isOurs = /^(?:<\/?code>|<pre><code>[^<>{]*<\/code><\/pre>)$/.test(value);
    if (type === "html" && !isOurs) return [`html ${value}`];
    if (type === "image" || type === "imageReference" || type === "definition") return [`${type} ${url}`];
    return type === "link" && !/^(?:https?:\/\/|mailto:|[\w.-]+\.md(?:#[\w%-]*)?$)/i.test(url) ? [`link ${url}`] : [];
  });
}
