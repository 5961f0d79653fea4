/**
 * Patterns of schemas, tried on texts. A document is not trusted: no pattern may take longer than its text deserves.
 * https://json-schema.org/draft/2020-12/json-schema-core#section-6.4
 */
import { createRequire } from "node:module";
import type * as Re2js from "re2js";
import { type AST, RegExpParser, visitRegExpAST } from "@eslint-community/regexpp";

const require = createRequire(import.meta.url);
/** Texts up to here are tried with what backtracks, where no repetition stands in another. */
const longestText = 2_000;
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
  if (!repeatsRepetitions(tree)) {
    const expression = expressionOf(pattern);
    return expression && ((text) => text.length > longestText || expression.test(text));
  }
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

/** Whether a repetition stands in another: what makes trying exponential. */
function repeatsRepetitions(tree: AST.Pattern): boolean {
  let depth = 0;
  let deepest = 0;
  const repeats = ({ max }: AST.Quantifier) => max > 1;
  visitRegExpAST(tree, {
    onQuantifierEnter(node) {
      if (repeats(node)) depth++;
      deepest = Math.max(deepest, depth);
    },
    onQuantifierLeave(node) {
      if (repeats(node)) depth--;
    },
  });
  return deepest > 1;
}
