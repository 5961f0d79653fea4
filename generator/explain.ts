/** Cause and cure of a diagnostic, for `exemplar explain CODE`. */
import { catalogue } from "./diagnostic-catalogue.js";

/** The explanation of a code, or null where there is no such code. */
export function explain(code: string): string | null {
  const entry = Object.entries(catalogue).find(([name]) => name === code)?.[1];
  return entry === undefined ? null : `${code} (${entry.severity})\n\n${entry.explanation}`;
}
