/**
 * Patterns of schemas, tried on texts. A document is not trusted: no pattern may take longer than its text deserves.
 * https://json-schema.org/draft/2020-12/json-schema-core#section-6.4
 */
import { createRequire } from "node:module";
import type * as Re2js from "re2js";
import { type AST, RegExpParser } from "@eslint-community/regexpp";

const require = createRequire(import.meta.url);
/** About as many may be taken for a text. */
const mostSteps = 4_000_000;
/** Patterns that are larger, all repetitions written out, are not compiled. */
const largest = 20_000;
/** Of whatever repetitions in each other, a text of so few characters is tried at once. */
const shortest = 6;
const known = new Map<string, Match | null>();

type Match = (text: string) => boolean | null;

/**
 * How a text is tried on a pattern.
 * @returns null for what is no regular expression: that says nothing of a text. What is returned says null of a text that
 * cannot be tried in bounded time
 */
export function textMatcher(pattern: string): Match | null {
  const found = known.get(pattern);
  if (found !== undefined) return found;
  const matcher = createMatcher(pattern);
  known.set(pattern, matcher);
  return matcher;
}

/** The pattern as a tree; null for what is no regular expression of JavaScript's. */
export function parsePattern(pattern: string): AST.Pattern | null {
  // With `u` where it can be, as Ajv reads it; many patterns escape what need not be escaped, which only works without.
  for (const unicode of [true, false]) {
    try {
      return new RegExpParser().parsePattern(pattern, 0, pattern.length, { unicode });
    } catch {
      // Not in this way, then.
    }
  }
  return null;
}

function createMatcher(pattern: string): Match | null {
  const tree = parsePattern(pattern);
  if (tree === null) return null;
  const cost = costOf(tree);
  const expression = expressionOf(pattern);
  if (expression === null) return linearMatcher(pattern, cost);
  const backtracking = backtrackingMatcher(expression);
  if (cost.degree === Number.POSITIVE_INFINITY) {
    // What looks around or refers back cannot be tried so.
    return linearMatcher(pattern, cost) ?? ((text) => (text.length <= shortest ? backtracking(text) : null));
  }
  // It is tried from each character on.
  const degree = cost.degree + (pattern.startsWith("^") ? 0 : 1);
  const stepsFor = (length: number) =>
    cost.ways * Math.max(length, 1) ** degree * (Math.min(length, cost.length) + cost.stops);
  let linear: Match | null = null;
  return (text) => {
    const tried = stepsFor(text.length) <= mostSteps ? backtracking(text) : null;
    if (tried !== null) return tried;
    // Compiled once, and only where it is needed.
    linear ??= linearMatcher(pattern, cost) ?? (() => null);
    return linear(text);
  };
}

/** As JavaScript tries it; null where the expression is too large for it, which it finds out at the first text. */
function backtrackingMatcher(expression: RegExp): Match {
  return (text) => {
    try {
      return expression.test(text);
    } catch {
      return null;
    }
  };
}

/** Null for what cannot be tried in linear time. */
function linearMatcher(pattern: string, { size }: Cost): Match | null {
  if (size > largest) return null;
  try {
    // What `require` returns is typed `any`.
    const { RE2JS } = require("re2js") as typeof Re2js;
    const linear = RE2JS.compile(pattern);
    return (text) => (text.length * size > mostSteps ? null : linear.matcher(text).find());
  } catch {
    return null;
  }
}

function expressionOf(pattern: string): RegExp | null {
  for (const flags of ["u", ""]) {
    try {
      return new RegExp(pattern, flags);
    } catch {
      // Not with this flag, then.
    }
  }
  return null;
}

interface Cost {
  /** Trying a text of n characters takes at most about ways × nᵈ × (length + stops) steps. */
  readonly ways: number;
  /** The d; infinite where the steps may double, or more, with each character. */
  readonly degree: number;
  /** How many characters one way reads at most, beside those that the degree counts. */
  readonly length: number;
  /** How many steps one way takes that read no character. */
  readonly stops: number;
  /** How large it is with all repetitions written out. */
  readonly size: number;
  /** Whether a text may match in several ways. */
  readonly isVariable: boolean;
}

const character: Cost = { ways: 1, degree: 0, length: 1, stops: 0, size: 1, isVariable: false };
const stop: Cost = { ...character, length: 0, stops: 1 };

function costOf(node: AST.Element | AST.Alternative | AST.Pattern): Cost {
  switch (node.type) {
    case "Pattern":
    case "Group":
    case "CapturingGroup":
      return oneOf(node.alternatives);
    case "Assertion": {
      if (!("alternatives" in node)) return stop;
      const cost = oneOf(node.alternatives);
      // Afterwards it goes on from where it was.
      return { ...cost, length: 0, stops: cost.length + cost.stops };
    }
    case "Alternative":
      return node.elements.map(costOf).reduce(oneAfterOther, stop);
    case "Backreference":
      return { ...character, degree: 1, isVariable: true };
    case "Quantifier":
      return repeated(costOf(node.element), node.min, node.max);
    default:
      return character;
  }
}

function oneAfterOther(one: Cost, other: Cost): Cost {
  return {
    ways: one.ways * other.ways,
    degree: one.degree + other.degree,
    length: one.length + other.length,
    stops: one.stops + other.stops,
    size: one.size + other.size,
    isVariable: one.isVariable || other.isVariable,
  };
}

function oneOf(alternatives: readonly AST.Alternative[]): Cost {
  const [first = stop, ...others] = alternatives.map(costOf);
  const either = (one: Cost, other: Cost): Cost => ({
    ways: one.ways + other.ways,
    degree: Math.max(one.degree, other.degree),
    length: Math.max(one.length, other.length),
    stops: Math.max(one.stops, other.stops),
    size: one.size + other.size,
    isVariable: true,
  });
  return others.reduce(either, first);
}

function repeated(cost: Cost, least: number, most: number): Cost {
  const { ways, degree, isVariable } = cost;
  const isOpen = least !== most;
  const times = Math.max(least, 1);
  const size = cost.size * (most === Number.POSITIVE_INFINITY ? times : Math.max(most, 1));
  const long = { length: cost.length * times, stops: cost.stops * times, size };
  if (most <= 1) return { ...long, ways: ways + (isOpen ? 1 : 0), degree, isVariable: isVariable || isOpen };
  if (!isVariable) return { ...long, ways, degree: degree + (isOpen ? 1 : 0), isVariable: isOpen };
  // A number that is known is not without end.
  return most === Number.POSITIVE_INFINITY
    ? { ...long, ways, degree: most, isVariable }
    : { ...long, ways: (ways + 1) ** most, degree: degree * most, isVariable };
}
