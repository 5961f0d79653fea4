/** Texts that match a regular expression: of those that documents have, which are lists, repetitions and alternatives. */
import type { Random } from "./random.js";

const lower = "abcdefghijklmnopqrstuvwxyz";
const digits = "0123456789";
const word = `${lower}${lower.toUpperCase()}${digits}_`;

/** What is beyond this reader: what looks ahead or behind, refers back, or depends on Unicode. */
class Unreadable extends Error {}

/** A text that should match; null where the pattern is beyond this reader. The caller tests it. */
export function patternText(pattern: string, random: Random): string | null {
  const reader: Reader = { source: pattern, at: 0, random };
  try {
    const text = readAlternatives(reader);
    return reader.at === pattern.length ? text() : null;
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

interface Reader {
  readonly source: string;
  at: number;
  readonly random: Random;
}

type Make = () => string;

function peek({ source, at }: Reader): string {
  return source.charAt(at);
}

function take(reader: Reader): string {
  return reader.source.charAt(reader.at++);
}

function readAlternatives(reader: Reader): Make {
  const first = readSequence(reader);
  const others: Make[] = [];
  while (peek(reader) === "|") {
    reader.at++;
    others.push(readSequence(reader));
  }
  return () => reader.random.pick([first, ...others])();
}

function readSequence(reader: Reader): Make {
  const parts: Make[] = [];
  while (reader.at < reader.source.length && peek(reader) !== "|" && peek(reader) !== ")") {
    const atom = readAtom(reader);
    const [least, most] = readQuantifier(reader);
    parts.push(() => Array.from({ length: reader.random.integer(least, most) }, atom).join(""));
  }
  return () => parts.map((part) => part()).join("");
}

/** How often, at least and at most; where there is no end, a few more. */
function readQuantifier(reader: Reader): readonly [number, number] {
  const match = /^(?:([*+?])|\{(\d+)(,(\d*))?\})\??/.exec(reader.source.slice(reader.at));
  if (match === null) return [1, 1];
  const [whole, sign, count = "", comma, most] = match;
  reader.at += whole.length;
  if (sign !== undefined) return sign === "?" ? [0, 1] : sign === "+" ? [1, 6] : [0, 6];
  const least = Number(count);
  if (least > 1000) throw new Unreadable();
  if (comma === undefined) return [least, least];
  return [least, most === undefined || most === "" ? least + 6 : Math.min(Number(most), least + 20)];
}

function readAtom(reader: Reader): Make {
  const unit = take(reader);
  switch (unit) {
    case "^":
    case "$":
      return () => "";
    case "(": {
      const opening = /^\?(?::|<[A-Za-z]\w*>)/.exec(reader.source.slice(reader.at))?.[0] ?? "";
      reader.at += opening.length;
      if (opening === "" && peek(reader) === "?") throw new Unreadable();
      const inner = readAlternatives(reader);
      if (take(reader) !== ")") throw new Unreadable();
      return inner;
    }
    case "[":
      return oneOf(readClass(reader), reader);
    case ".":
      return oneOf(word, reader);
    case "\\": {
      const escaped = readEscape(reader);
      return escaped.length === 0 ? () => "" : oneOf(escaped, reader);
    }
    default:
      return () => unit;
  }
}

function oneOf(characters: string, { random }: Reader): Make {
  const [first, ...others] = characters;
  if (first === undefined) throw new Unreadable();
  return () => random.pick([first, ...others]);
}

/** The characters that an escape stands for; none for the edge of a word. */
function readEscape(reader: Reader): string {
  const unit = take(reader);
  switch (unit) {
    case "d":
      return digits;
    case "w":
      return word;
    case "s":
      return " ";
    case "S":
    case "D":
      return lower;
    case "W":
      return "-";
    case "b":
      return "";
    case "t":
      return "\t";
    case "n":
      return "\n";
    case "r":
      return "\r";
    case "u":
    case "x": {
      const code = (unit === "u" ? /^[\da-f]{4}/i : /^[\da-f]{2}/i).exec(reader.source.slice(reader.at))?.[0];
      if (code === undefined) throw new Unreadable();
      reader.at += code.length;
      return String.fromCharCode(Number.parseInt(code, 16));
    }
    default:
      if (/[a-z\d]/i.test(unit)) throw new Unreadable();
      return unit;
  }
}

/** The characters of a class, of which there are no more than those of ASCII and what the class names. */
function readClass(reader: Reader): string {
  const isNegated = peek(reader) === "^";
  if (isNegated) reader.at++;
  let characters = "";
  while (peek(reader) !== "]") {
    if (reader.at >= reader.source.length) throw new Unreadable();
    const from = readMember(reader);
    if (peek(reader) === "-" && reader.source.charAt(reader.at + 1) !== "]" && from.length === 1) {
      reader.at++;
      characters += range(from, readMember(reader));
    } else characters += from;
  }
  reader.at++;
  return isNegated
    ? Array.from(`${word} -.`)
        .filter((each) => !characters.includes(each))
        .join("")
    : characters;
}

function readMember(reader: Reader): string {
  const unit = take(reader);
  return unit === "\\" ? readEscape(reader) : unit;
}

function range(from: string, to: string): string {
  const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)];
  return Array.from({ length: Math.max(0, Math.min(last - first + 1, 200)) }, (_, index) =>
    String.fromCharCode(first + index),
  ).join("");
}
