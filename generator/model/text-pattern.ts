/**
 * Patterns of schemas, tried on texts. A document is not trusted: no pattern may take longer than its text deserves.
 * https://json-schema.org/draft/2020-12/json-schema-core#section-6.4
 */
import { createRequire } from "node:module";
import type * as Re2js from "re2js";
import { type AST, RegExpParser } from "@eslint-community/regexpp";

const require = createRequire(import.meta.url);
/** About as many as going back may take for a text. */
const mostSteps = 4_000_000;
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
  const expression = expressionOf(pattern);
  if (expression === null) return linearMatcher(pattern);
  const cost = costOf(tree);
  if (cost.degree === Number.POSITIVE_INFINITY) {
    // What looks around or refers back cannot be tried so.
    return linearMatcher(pattern) ?? ((text) => (text.length <= shortest ? expression.test(text) : null));
  }
  // It is tried from each character on.
  const degree = cost.degree + (pattern.startsWith("^") ? 0 : 1);
  const longest = (mostSteps / cost.ways) ** (1 / Math.max(degree, 1));
  return (text) => {
    if (text.length <= longest) return expression.test(text);
    return linearMatcher(pattern)?.(text) ?? null;
  };
}

/** Null for what cannot be tried in linear time. */
function linearMatcher(pattern: string): ((text: string) => boolean) | null {
  try {
    // What `require` returns is typed `any`.
    const { RE2JS } = require("re2js") as typeof Re2js;
    const linear = RE2JS.compile(pattern);
    return (text) => linear.matcher(text).find();
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
  /** Trying a text of n characters takes at most about ways × nᵈ steps. */
  readonly ways: number;
  /** The d; infinite where the steps may double, or more, with each character. */
  readonly degree: number;
  /** Whether a text may match in several ways. */
  readonly isVariable: boolean;
}

const simple: Cost = { ways: 1, degree: 0, isVariable: false };

function costOf(node: AST.Element | AST.Alternative | AST.Pattern): Cost {
  switch (node.type) {
    case "Pattern":
    case "Group":
    case "CapturingGroup":
      return oneOf(node.alternatives);
    case "Assertion":
      return "alternatives" in node ? oneOf(node.alternatives) : simple;
    case "Alternative": {
      const parts = node.elements.map(costOf);
      return {
        ways: parts.reduce((product, { ways }) => product * ways, 1),
        degree: parts.reduce((sum, { degree }) => sum + degree, 0),
        isVariable: parts.some(({ isVariable }) => isVariable),
      };
    }
    case "Backreference":
      return { ways: 1, degree: 1, isVariable: true };
    case "Quantifier":
      return repeated(costOf(node.element), node.min, node.max);
    default:
      return simple;
  }
}

function oneOf(alternatives: readonly AST.Alternative[]): Cost {
  const parts = alternatives.map(costOf);
  return {
    ways: parts.reduce((sum, { ways }) => sum + ways, 0),
    degree: Math.max(...parts.map(({ degree }) => degree)),
    isVariable: parts.length > 1 || parts.some(({ isVariable }) => isVariable),
  };
}

function repeated({ ways, degree, isVariable }: Cost, least: number, most: number): Cost {
  const isOpen = least !== most;
  if (most <= 1) return { ways: ways + (isOpen ? 1 : 0), degree, isVariable: isVariable || isOpen };
  if (!isVariable) return { ways, degree: degree + (isOpen ? 1 : 0), isVariable: isOpen };
  // A number that is known is not without end.
  return most === Number.POSITIVE_INFINITY
    ? { ways, degree: most, isVariable }
    : { ways: (ways + 1) ** most, degree: degree * most, isVariable };
}
