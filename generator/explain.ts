/** Cause and cure of a diagnostic, for `exemplar explain CODE`. */
import { catalogue } from "./diagnostic-catalogue.js";

/** The one of several texts that is spelt most alike, or null. */
type Nearest = (text: string, known: readonly string[]) => string | null;

/** The explanation of a code; where there is no such code, those that may have been meant. */
export function explain(
  code: string,
  nearestOf: Nearest,
): { readonly text: string } | { readonly similar: readonly string[] } {
  const entry = Object.entries(catalogue).find(([name]) => name === code)?.[1];
  if (entry === undefined) return { similar: similarTo(code, nearestOf) };
  const { severity, explanation, help } = entry;
  const parts = [`${code} (${severity})`, wrap(explanation)];
  // A cure that depends on what was found stands in the explanation; any other takes no parameters, as its length says.
  if (help.length === 0) parts.push(wrap(`What to do: ${(help as () => string)()}`));
  return { text: parts.join("\n\n") };
}

/** All codes with their severity, one a line. */
export function listCodes(): string {
  const width = Math.max(...Object.keys(catalogue).map(({ length }) => length));
  return Object.entries(catalogue)
    .map(([code, { severity }]) => `${code.padEnd(width)}  ${severity}`)
    .join("\n");
}

/** Up to five: the one that is spelt most alike, then those that share most words. */
function similarTo(code: string, nearestOf: Nearest): readonly string[] {
  const names = Object.keys(catalogue);
  const words = code.toLowerCase().split("-");
  const shared = (name: string) => name.split("-").filter((word) => word.length > 2 && words.includes(word)).length;
  const sharing = names.filter((name) => shared(name) > 0).sort((one, other) => shared(other) - shared(one));
  const nearest = nearestOf(code, names);
  return [...new Set([...(nearest === null ? [] : [nearest]), ...sharing])].slice(0, 5);
}

/** Breaks a paragraph into lines of at most 80 characters. */
function wrap(text: string): string {
  return text.replace(/(.{1,80})(?:\s+|$)/g, "$1\n").trimEnd();
}
