/** Integers that numbers do not hold: where `int64` is a number, they are rounded when the generated code runs. */
import type { Diagnostics } from "../diagnostics.js";
import type { Document } from "./document.js";

/** Warns of each at its place, in all files. */
export function reportLongIntegers({ files }: Document, diagnostics: Diagnostics): void {
  for (const { uri, text, longIntegers } of files.values()) {
    if (longIntegers.length === 0) continue;
    const lines = text.split(/\r\n|\r|\n/);
    for (const { line, column, digits } of longIntegers) {
      diagnostics.add("number-imprecise", { uri, line, column, sourceLine: lines[line - 1] ?? "" }, { digits });
    }
  }
}
