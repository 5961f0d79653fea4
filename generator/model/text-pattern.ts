/**
 * Patterns of schemas, tried on texts. A document is not trusted: no pattern may take longer than its text deserves.
 * https://json-schema.org/draft/2020-12/json-schema-core#section-6.4
 */
import { createRequire } from "node:module";
import type * as Re2js from "re2js";
import { type AST, RegExpParser, visitRegExpAST } from "@eslint-community/regexpp";

const require = createRequire(import.meta.url);
const longestText = 2_000;
/** About as many as going back may take for a text, where no repetition has a choice inside. */
const mostSteps = 4_000_000;
const known = new Map<string, ((text: string) => boolean) | null>();

/**
 * How a text is tried on a pattern.
 * @returns null for what is no regular expression, or none that can be tried in bounded time: that says nothing of a text
 */
export function textMatcher(pattern: string): ((text: string) => boolean) | null {
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

function createMatcher(pattern: string): ((text: string) => boolean) | null {
  const tree = parsePattern(pattern);
  if (tree === null) return null;
  const expression = expressionOf(pattern);
  const { repetitions, deepest, hasChoice } = repetitionsOf(tree);
  if (deepest > 1 || hasChoice || expression === null) return linearMatcher(pattern);
  const longest = mostSteps ** (1 / Math.max(2, repetitions + 1));
  return (text) => {
    if (text.length <= longest) return expression.test(text);
    // What looks around or refers back is tried on texts of any length that a document is likely to have.
    return linearMatcher(pattern)?.(text) ?? (text.length > longestText || expression.test(text));
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

interface Repetitions {
  readonly repetitions: number;
  /** How many stand in each other: more than one makes trying exponential. */
  readonly deepest: number;
  /** Whether one has alternatives inside, or what may be left out, which makes it so too. */
  readonly hasChoice: boolean;
}

function repetitionsOf(tree: AST.Pattern): Repetitions {
  let depth = 0;
  const found = { repetitions: 0, deepest: 0, hasChoice: false };
  const repeats = ({ max }: AST.Quantifier) => max > 1;
  visitRegExpAST(tree, {
    onQuantifierEnter(node) {
      if (repeats(node)) {
        depth++;
        found.repetitions++;
      } else if (depth > 0 && node.min !== node.max) found.hasChoice = true;
      found.deepest = Math.max(found.deepest, depth);
    },
    onQuantifierLeave(node) {
      if (repeats(node)) depth--;
    },
    onGroupEnter(node) {
      if (depth > 0 && node.alternatives.length > 1) found.hasChoice = true;
    },
    onCapturingGroupEnter(node) {
      if (depth > 0 && node.alternatives.length > 1) found.hasChoice = true;
    },
  });
  return found;
}
