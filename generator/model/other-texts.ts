/** Texts to be tried where the usual one breaks a rule of its schema, the most readable first. */
import type { Schema } from "../document/normal-document.js";
import { textFor, usualTexts } from "./synthesise-text.js";
import { textFromPattern } from "./text-from-pattern.js";

/** So many texts of one kind are tried. */
const mostOfKind = 20;
/** Of each of them and its pattern no more texts are made. */
const mostStarts = 4;
const mostPatterns = 4;
const mostCharacters = 10_000;
/** Texts of other characters, for what excludes the usual ones. */
const others = ["Text", "TEXT", "1", "12345", "a", "-", " ", "é", ""];

/**
 * @param patterns all that a text must match
 * @param step which of several like it the text is
 * @param fits whether a text breaks no rule
 */
export function* otherTexts(
  schema: Schema,
  patterns: readonly string[],
  about: { readonly name: string; readonly description: string | null },
  step: number,
  fits: (text: string) => boolean,
): Iterable<string> {
  for (let more = 0; more < mostOfKind; more++) yield textFor(schema, about, step + more);
  const usual = usualTexts(schema, step);
  yield* usual;
  yield* ofAll(schema, patterns, step);
  for (const pattern of patterns) {
    for (let start = step; start < step + mostStarts; start++) {
      const made = textFromPattern(pattern, undefined, start);
      if (made === undefined) break;
      for (const text of usual) yield* joined(text, made);
    }
    const made = textFromPattern(pattern, fits, step);
    if (made !== undefined) yield made;
  }
  for (const text of others) yield textFor(schema, { ...about, name: text }, 0);
  yield* others;
}

/** Texts of two patterns, one behind the other: they may look at its beginning and at its end. */
function* ofAll({ minLength }: Schema, patterns: readonly string[], step: number): Iterable<string> {
  const least = typeof minLength === "number" ? minLength : 0;
  const made = patterns.slice(0, mostPatterns).map((pattern) => textFromPattern(pattern, undefined, step));
  for (const first of made)
    for (const second of made) {
      if (first === undefined || second === undefined || first === second) continue;
      const missing = Math.max(0, Math.min(least, mostCharacters) - first.length - second.length);
      yield `${first}${"x".repeat(missing)}${second}`;
    }
}

/** A text with the end of another, or the beginning: what is left of it as long as it can be. */
function* joined(text: string, part: string): Iterable<string> {
  for (let end = text.length; end > 0; end--) yield text.slice(0, end) + part;
  for (let start = 0; start < text.length; start++) yield part + text.slice(start);
}
