/** Path templates, matched segment by segment without backtracking. */

export interface PathPattern {
  readonly segments: readonly (readonly string[])[];
  /** How many segments have no parameter. */
  readonly fixed: number;
  /** How many characters stand outside of parameters. */
  readonly length: number;
}

/** Prepares a template: each segment becomes the fixed texts between its parameters. */
export function patternOf(template: string): PathPattern {
  // Some documents tell operations apart by a query or a fragment in the path; neither is part of a request's path.
  const [path = ""] = template.split(/[?#]/);
  const segments = path.split("/").map((segment) => segment.split(/\{[^{}]*\}/).map(decode));
  const fixed = segments.filter((texts) => texts.length === 1).length;
  return { segments, fixed, length: segments.flat().join("").length };
}

/** True where a path fits the template; a parameter is never empty. */
export function matchPath(pattern: PathPattern, path: string): boolean {
  const parts = path.split("/");
  return (
    parts.length === pattern.segments.length &&
    parts.every((part, index) => matchSegment(pattern.segments[index] ?? [], decode(part)))
  );
}

function matchSegment(texts: readonly string[], part: string): boolean {
  const [first = "", ...rest] = texts;
  if (rest.length === 0) return part === first;
  if (!part.startsWith(first)) return false;
  let position = first.length;
  for (const [index, text] of rest.entries()) {
    const isLast = index === rest.length - 1;
    // The earliest place for each text in between, the very end for the last: enough, since nothing is captured.
    const found = isLast ? part.length - text.length : part.indexOf(text, position + 1);
    if (found < position + 1 || !part.startsWith(text, found)) return false;
    position = found + text.length;
  }
  return true;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
