/** Path templates, matched segment by segment without backtracking. */

export interface PathPattern {
  readonly segments: readonly (readonly string[])[];
  /** How many segments have no parameter. */
  readonly fixed: number;
}

/** Prepares a template: each segment becomes the fixed texts between its parameters. */
export function patternOf(template: string): PathPattern {
  const segments = template.split("/").map((segment) => segment.split(/\{[^{}]*\}/));
  return { segments, fixed: segments.filter((texts) => texts.length === 1).length };
}

/** True where a path fits the template; a parameter is never empty. */
export function matchPath(pattern: PathPattern, path: string): boolean {
  const parts = path.split("/");
  return (
    parts.length === pattern.segments.length &&
    parts.every((part, index) => matchSegment(pattern.segments[index] ?? [], part))
  );
}

function matchSegment(texts: readonly string[], part: string): boolean {
  const [first = "", ...rest] = texts;
  if (rest.length === 0) return decode(part) === decode(first);
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
