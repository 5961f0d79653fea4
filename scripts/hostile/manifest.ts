/** The manifest of a folder of hostile documents: what each tries, and what must come of it. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

export interface HostileEntry {
  readonly file: string;
  readonly attack: string;
  /** ERROR: not generated, or what is concerned is left out with a warning; SAFE: generated; EITHER: one of the two. */
  readonly verdict: "ERROR" | "SAFE" | "EITHER";
  readonly must: string;
  /** Where the first message must be. */
  readonly at?: { readonly line: number; readonly col: number };
  /** What the YAML parser makes of it: `ok`, or an error. */
  readonly yaml: string;
}

/** Reads `manifest.json` of a folder. */
export async function readHostileManifest(folder: string): Promise<readonly HostileEntry[]> {
  // Handed over with the documents: its README says what is in it.
  return JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")) as readonly HostileEntry[];
}

/**
 * True where the document as a whole is to be refused: its syntax, its version, a forbidden reference, a limit. Other errors
 * may be warnings, with what they are about left out.
 */
export function isFatal({ verdict, yaml, must }: HostileEntry): boolean {
  const aboutTheWhole = /no network|depth limit|as dos-|is missing$|map at the root|unknown tag|not allowed in YAML/;
  return verdict === "ERROR" && (yaml !== "ok" || aboutTheWhole.test(must));
}
