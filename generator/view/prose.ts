/**
 * Descriptions for doc comments: Markdown, with the HTML that documents put into it turned into Markdown. Libraries
 * for that take the whole text for HTML and escape the Markdown in it, so the few tags that occur are done here.
 */

const replacements: readonly (readonly [RegExp, string])[] = [
  [/\s*<br\s*\/?>\s*/gi, "\n"],
  [/<\/?(?:strong|b)(?:\s[^<>]*)?>/gi, "**"],
  [/<\/?(?:em|i)(?:\s[^<>]*)?>/gi, "_"],
  [/<\/?(?:code|tt|kbd)(?:\s[^<>]*)?>/gi, "`"],
  [/\s*<li(?:\s[^<>]*)?>\s*/gi, "\n- "],
  [/\s*<\/li>\s*/gi, "\n"],
  [/\s*<h[1-6](?:\s[^<>]*)?>\s*/gi, "\n\n**"],
  [/\s*<\/h[1-6]>\s*/gi, "**\n\n"],
  [/\s*<\/?(?:p|div|ul|ol|table|thead|tbody|tr|section|article|blockquote|pre|center)(?:\s[^<>]*)?\/?>\s*/gi, "\n\n"],
  [/<\/?(?:span|font|u|small|sup|sub|a|td|th|img|hr|details|summary|s|del)(?:\s[^<>]*)?\/?>/gi, ""],
];

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  "#39": "'",
  nbsp: " ",
};

/** The paragraphs of a description: Markdown without HTML. Empty where there is no text. */
export function paragraphs(description: string | null): readonly string[] {
  if (description === null) return [];
  const text = description.includes("<") ? withoutHtml(description) : description;
  const decoded = text.replace(/&(amp|lt|gt|quot|apos|#39|nbsp);/g, (whole, name: string) => entities[name] ?? whole);
  return decoded
    .split(/\n[ \t]*\n\s*/)
    .map((paragraph) => paragraph.replace(/[ \t]+$/gm, "").trim())
    .filter((paragraph) => paragraph !== "");
}

function withoutHtml(text: string): string {
  const asides = text.replace(/\s*<aside(?:\s[^<>]*)?>([^]*?)<\/aside>\s*/gi, (_, inner: string) => {
    return `\n\n${inner.trim().replace(/^/gm, () => "> ")}\n\n`;
  });
  const links = asides.replace(
    /<a\s[^<>]*?href=["']([^"'<>]*)["'][^<>]*>([^]*?)<\/a>/gi,
    (_, url: string, label: string) => `[${label.trim()}](${url})`,
  );
  return replacements.reduce((result, [pattern, replacement]) => result.replace(pattern, () => replacement), links);
}
