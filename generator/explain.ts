/** Cause and cure of a diagnostic, for `exemplar explain CODE`. */
import { catalogue } from "./diagnostic-catalogue.js";

/** The explanation of a code; where there is no such code, what may have been meant. */
export function explain(code: string): { readonly text: string } | { readonly similar: string } {
  const entry = Object.entries(catalogue).find(([name]) => name === code)?.[1];
  if (entry !== undefined) return { text: `${code} (${entry.severity})\n\n${wrap(entry.explanation)}` };
  const words = code.split("-").filter((word) => word.length > 2);
  const names = Object.keys(catalogue).filter((name) => words.some((word) => name.includes(word)));
  const known = names.length > 0 ? names : Object.keys(catalogue);
  return { similar: `The codes ${names.length > 0 ? "like it " : ""}are ${known.join(", ")}.` };
}

/** Breaks a paragraph into lines of at most 80 characters. */
function wrap(text: string): string {
  return text.replace(/(.{1,80})(?:\s+|$)/g, "$1\n").trimEnd();
}
