/** What an inferred object may be called: by the property that holds it, or by the path of its operation. */
import { splitWords } from "./names.js";

/** Names that say how something is packed, not what it is: what is in them is called as they are themselves. */
const packaging = new Set(
  "data result results item items value values response payload body record records object objects entity entities list content contents entry entries rows".split(
    " ",
  ),
);

/** The word for an error body, of whatever operation. */
export const errorLabel = "error body";

/** The label of what stands under a key; that of what is around where the key only says how it is packed. */
export function labelOfKey(key: string, around: string | null): string | null {
  const words = splitWords(key).map((word) => word.toLowerCase());
  const text = words.join(" ");
  return text === "" || packaging.has(text) ? around : text;
}

/** The label of what an operation deals with: the last constant segment of its path. */
export function labelOfPath(path: string): string | null {
  const segment = path.split("/").findLast((part) => part !== "" && !part.includes("{"));
  return segment === undefined ? null : singular(labelOfKey(segment, null));
}

/** `accounts` is `account`, `addresses` is `address`; words that only look like a plural stay. */
export function singular(label: string | null): string | null {
  if (label === null || /(?:ss|us|is)$/.test(label)) return label;
  if (/[^aeiou]ies$/.test(label)) return label.replace(/ies$/, "y");
  return /(?:x|ch|sh|ss)es$/.test(label) ? label.slice(0, -2) : label.replace(/([a-z]{2})s$/, "$1");
}
