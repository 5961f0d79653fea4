/** Patterns of schemas, tried on texts: in no longer than the text deserves, whatever the document and the text are. */
import { readPattern, type ReadPattern, type State } from "./read-pattern.js";

/** Whether a text matches; null where that cannot be told: no regular expression, or one that would take too long. */
type Match = (text: string) => boolean | null;

const known = new Map<string, Match>();

/**
 * Whether a text matches a pattern of JavaScript (ECMA-262), anywhere in it.
 * @returns null for what is no regular expression, and where trying would take too long: that says nothing of the text
 */
export function matchesPattern(pattern: string, text: string): boolean | null {
  const match = known.get(pattern) ?? createMatch(pattern);
  known.set(pattern, match);
  return match(text);
}

/** As many as are made in some hundredths of a second. */
const mostSteps = 2_000_000;
const mostWays = 1000;

function createMatch(pattern: string): Match {
  // With `u` where it can be: many patterns escape what need not be escaped, which only works without.
  const flags = compile(pattern, "u") === null ? "" : "u";
  const expression = compile(pattern, flags);
  if (expression === null) return () => null;
  const { automaton, ...cost } = readPattern(pattern, flags);
  const longest = longestTried(cost, automaton === null);
  return (text) => {
    if (text.length <= longest) return expression.test(text);
    return automaton && follow(automaton, flags === "u" ? Array.from(text) : text.split(""));
  };
}

/** Of whatever repetitions in each other, a text of so few characters is tried at once. */
const shortest = 6;

/**
 * The length of texts that JavaScript tries, which goes back where it was wrong; less than any where it must not.
 * @param isAlone whether nothing else can try the pattern
 */
function longestTried({ ways, degree }: Pick<ReadPattern, "ways" | "degree">, isAlone: boolean): number {
  if (degree === Number.POSITIVE_INFINITY) return isAlone ? shortest : -1;
  if (degree <= 1 && ways <= mostWays) return Number.POSITIVE_INFINITY;
  return Math.floor((mostSteps / ways) ** (1 / Math.max(degree, 1)));
}

/** Follows all ways to match at once, from each character on; null where there are too many of both. */
function follow({ first, last }: NonNullable<ReadPattern["automaton"]>, characters: readonly string[]): boolean | null {
  let steps = 0;
  let reached = new Set<State>();
  for (let position = 0; position <= characters.length; position++) {
    reached.add(first);
    // A set is iterated to its end, also where it grows.
    for (const state of reached) {
      if (state.accepts === undefined && state.holds?.(characters, position) !== false)
        for (const next of state.next) reached.add(next);
    }
    if (reached.has(last)) return true;
    steps += reached.size;
    if (steps > mostSteps) return null;
    const character = characters[position];
    const ahead = new Set<State>();
    for (const { accepts, next } of reached)
      if (character !== undefined && accepts?.test(character) === true) for (const state of next) ahead.add(state);
    reached = ahead;
  }
  return false;
}

function compile(source: string, flags: string): RegExp | null {
  try {
    return new RegExp(source, flags);
  } catch {
    return null;
  }
}
