/** The keys of `content`: media types and ranges of them. What is neither is left out, or counts as what it looks like. */
import { isMediaType } from "./media-type.js";
import type { Item, Reader } from "./reader.js";

export interface ContentItem extends Item {
  /** The key, or what it stands for. */
  readonly mediaType: string;
}

/** What a key most likely means, by a word in it. */
const meanings: readonly (readonly [RegExp, string])[] = [
  [/json/i, "application/json"],
  [/xml/i, "application/xml"],
  [/multipart|form-?data/i, "multipart/form-data"],
  [/form|urlencoded/i, "application/x-www-form-urlencoded"],
  [/html/i, "text/html"],
  [/csv/i, "text/csv"],
  [/ya?ml/i, "application/yaml"],
  [/text|plain/i, "text/plain"],
  [/octet|binary|file/i, "application/octet-stream"],
  [/^\s*\*\s*$/, "*/*"],
];

/**
 * The items whose keys are media types, in document order. Other keys are reported and left out, often properties of an
 * example that stand too far left; where no key is a media type, the first one counts as the nearest, JSON by default.
 */
export function contentItems(reader: Reader, items: readonly Item[]): readonly ContentItem[] {
  const known = items.filter(({ key }) => isMediaType(key));
  const [first] = items;
  const guessed = known.length === 0 && first !== undefined ? first : null;
  for (const { key, origin } of items) {
    if (isMediaType(key)) continue;
    const takenFor = key === guessed?.key ? likelyMediaType(key) : null;
    reader.diagnostics.add("media-type-invalid", origin, { key, takenFor });
  }
  if (guessed !== null) return [{ ...guessed, mediaType: likelyMediaType(guessed.key) }];
  return known.map((item) => ({ ...item, mediaType: item.key.trim() }));
}

function likelyMediaType(key: string): string {
  // Several in one key: the first that is one.
  const listed = key.split(/[,|\s]+/).find(isMediaType);
  return listed ?? meanings.find(([word]) => word.test(key))?.[1] ?? "application/json";
}
