/** Texts that match a pattern: the shortest that its parts give, with letters and digits in their order. */
import type { AST } from "@eslint-community/regexpp";
import { parsePattern, textMatcher } from "./text-pattern.js";

/** What is taken of a class of characters, one after the other. */
const characters = [
  "abcdefghijklmnopqrstuvwxyz",
  "1234567890",
  "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  "-_.:/ @+,;=!?#$%&'()*<>[]{}|~^`\"\\",
  "\n\t",
  "éñüßøπжяאلあ中한😀",
].map((group) => Array.from(group));

/** What an unbounded repetition is given, so that the text is long enough. */
const extras = [0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 64, 128, 256, 1024];
const mostCharacters = 10_000;
/** As many texts are tried as this has patterns of that length. */
const mostTried = 1_000_000;

/** Patterns that no text was found for, or none in time: one that is written between slashes matches nothing. */
const unmatched = new Set<string>();

/**
 * A text that a pattern matches.
 * @param accepts what else is asked for: its length, a format
 * @param start which of the characters come first: another number gives another text, where the pattern allows several
 * @returns undefined where none was found: patterns may look ahead, or exclude each other's parts
 */
export function textFromPattern(
  pattern: string,
  accepts: (text: string) => boolean = () => true,
  start = 0,
): string | undefined {
  const tree = parsePattern(pattern);
  const matches = textMatcher(pattern);
  if (tree === null || matches === null || unmatched.has(pattern)) return undefined;
  let isMatched = false;
  let left = Math.ceil(mostTried / Math.max(pattern.length, 1));
  // What lookaheads ask for is found by having some of everything.
  for (const mixed of [false, true]) {
    for (const extra of extras) {
      for (const alternative of tree.alternatives) {
        if (left-- <= 0) {
          unmatched.add(pattern);
          return undefined;
        }
        const text = write(alternative, { extra, start, mixed, groups: new Map() });
        if (text === null || !matches(text)) continue;
        if (accepts(text)) return text;
        isMatched = true;
      }
    }
  }
  if (!isMatched) unmatched.add(pattern);
  return undefined;
}

interface Writing {
  /** How often a repetition is repeated beyond what it asks for. */
  readonly extra: number;
  readonly start: number;
  /** Whether a class gives characters of all kinds in turn. */
  readonly mixed: boolean;
  /** What groups have matched. */
  readonly groups: Map<AST.CapturingGroup, string>;
}

/** What the parts of an alternative give together; null where one of them gives nothing. */
function write({ elements }: AST.Alternative, writing: Writing): string | null {
  let text = "";
  // Characters of one class go on where the last one left off.
  let position = writing.start;
  for (const element of elements) {
    const part = writeElement(element, position, writing);
    if (part === null || text.length > mostCharacters) return null;
    if (element.type !== "Character") position += part.length;
    text += part;
  }
  return text;
}

function writeElement(element: AST.Element, position: number, writing: Writing): string | null {
  switch (element.type) {
    case "Character":
      return String.fromCodePoint(element.value);
    case "CharacterSet":
    case "CharacterClass":
    case "ExpressionCharacterClass":
      return characterOf(element.raw, position, writing.mixed);
    case "Group":
    case "CapturingGroup": {
      const text = firstOf(element.alternatives, { ...writing, start: position });
      if (text !== null && element.type === "CapturingGroup") writing.groups.set(element, text);
      return text;
    }
    case "Quantifier":
      return repeat(element, position, writing);
    case "Backreference": {
      const [group] = [element.resolved].flat();
      return group === undefined ? "" : (writing.groups.get(group) ?? "");
    }
    case "Assertion":
      // What stands in lookarounds is no part of the text; whether it holds is found out when the text is tried.
      return "";
  }
}

function firstOf(alternatives: readonly AST.Alternative[], writing: Writing): string | null {
  for (const alternative of alternatives) {
    const text = write(alternative, writing);
    if (text !== null) return text;
  }
  return null;
}

function repeat({ min, max, element }: AST.Quantifier, position: number, writing: Writing): string | null {
  const count = Math.min(max, min + writing.extra);
  if (count > mostCharacters) return null;
  let text = "";
  for (let done = 0; done < count && text.length <= mostCharacters; done++) {
    const part = writeElement(element, position + text.length, writing);
    if (part === null) return done >= min ? text : null;
    text += part;
  }
  return text;
}

const found = new Map<string, readonly string[]>();

/** One of the characters that a class has; null where it has none of those that are tried. */
function characterOf(raw: string, position: number, mixed: boolean): string | null {
  const key = `${String(mixed)} ${raw}`;
  const members = found.get(key) ?? membersOf(raw, mixed);
  found.set(key, members);
  return members[position % Math.max(members.length, 1)] ?? null;
}

/** Those of the first group that has any: letters before digits, unless both are few. */
function membersOf(raw: string, mixed: boolean): readonly string[] {
  const single = expressionOf(raw);
  if (single === null) return [];
  const groups = characters.map((group) => group.filter((character) => single.test(character)));
  const [letters = [], digits = [], capitals = [], others = []] = groups;
  if (mixed)
    return letters.length + digits.length === 0
      ? [...capitals, ...others]
      : inTurn([capitals, letters, digits, others]);
  // Hexadecimal digits look like some only together.
  if (letters.length > 0 && letters.length < 10 && digits.length > 0) return [...digits, ...letters];
  const first = groups.find((group) => group.length > 0);
  if (first !== undefined) return first;
  for (let code = 0xa0; code < 0x3100; code++) {
    const character = String.fromCodePoint(code);
    if (single.test(character)) return [character];
  }
  return [];
}

function inTurn(groups: readonly (readonly string[])[]): readonly string[] {
  const longest = Math.max(...groups.map((group) => group.length));
  return Array.from({ length: longest }, (_, index) => groups.flatMap((group) => group[index] ?? [])).flat();
}

function expressionOf(raw: string): RegExp | null {
  for (const flags of ["u", ""]) {
    try {
      return new RegExp(`^${raw}$`, flags);
    } catch {
      // Not with this flag, then.
    }
  }
  return null;
}
