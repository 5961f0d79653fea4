/** Media types of a request's body that share a type: one schema, one encoding. */
import { writeJson } from "../document/json.js";
import { isMediaRange, mediaTypeKey } from "../document/media-type.js";
import { binaryWord, textWord } from "./media-type-words.js";
import type { BodyContent } from "./model.js";

/** The word for a body among others of its operation. */
export function wordOf(
  { encoding, documented }: Pick<BodyContent, "encoding" | "documented">,
  words: ReadonlyMap<string, string>,
): string {
  const key = mediaTypeKey(documented[0] ?? "");
  // What is sent as it is, is called alike whether a range or a media type says so.
  if (encoding.kind === "raw" && /^(\*|application)\/\*/.test(key))
    return encoding.content === "text" ? textWord : binaryWord;
  return words.get(key) ?? binaryWord;
}

/** Puts those together that have the same type, in order of first sight. */
export function groupContents(contents: readonly BodyContent[]): readonly BodyContent[] {
  const groups = new Map<string, BodyContent[]>();
  for (const content of contents) {
    const key = groupKey(content);
    groups.set(key, [...(groups.get(key) ?? []), content]);
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [others.length === 0 ? first : mergeGroup(first, others)],
  );
}

function groupKey({ encoding, schema, word }: BodyContent): string {
  if (encoding.kind === "raw") return `raw ${encoding.content} ${word}`;
  const format = encoding.kind === "stream" ? encoding.format : "";
  return `${encoding.kind} ${format} ${writeJson(schema)}`;
}

function mergeGroup(first: BodyContent, others: readonly BodyContent[]): BodyContent {
  const all = [first, ...others];
  const documented = all.flatMap((content) => content.documented);
  const isBytes = first.encoding.kind === "raw" && first.encoding.content === "binary";
  // A media type stands for a range where no other does.
  const exact = documented.filter((mediaType) => isBytes || !isMediaRange(mediaType));
  const mediaTypes = exact.length > 0 ? exact : [first.mediaType];
  return { ...first, mediaType: mediaTypes[0] ?? first.mediaType, mediaTypes, documented };
}

/** True for a range that would be sent as a media type that another body has already. */
export function isCovered(content: BodyContent, groups: readonly BodyContent[]): boolean {
  if (content.documented.includes(content.mediaType)) return false;
  const rivals = groups.filter((other) => other !== content && other.mediaTypes.includes(content.mediaType));
  return rivals.some(
    (other) => other.documented.includes(content.mediaType) || groups.indexOf(other) < groups.indexOf(content),
  );
}
