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
  const segments = path.split("/").map((segment) => segment.split(/\{[^{}]*\}/).map(canonical));
  const fixed = segments.filter((texts) => texts.length === 1).length;
  return { segments, fixed, length: segments.flat().join("").length };
}

/** True where a path fits the template; a parameter is never empty. */
export function matchPath(pattern: PathPattern, path: string): boolean {
  return path.split("/").length === pattern.segments.length && capturePath(pattern, path) !== null;
}

/**
 * What stands in place of the parameters, still escaped; null where the path does not fit.
 * @param path may have folders of the server in front
 */
export function capturePath(pattern: PathPattern, path: string): readonly string[] | null {
  const parts = path.split("/").slice(-pattern.segments.length + 1);
  const segments = pattern.segments.slice(1);
  if (parts.length !== segments.length) return null;
  const captured = parts.map((part, index) => captureSegment(segments[index] ?? [], canonical(part)));
  return captured.every((values): values is readonly string[] => values !== null) ? captured.flat() : null;
}

function captureSegment(texts: readonly string[], part: string): readonly string[] | null {
  const [first = "", ...rest] = texts;
  if (rest.length === 0) return decode(part) === decode(first) ? [] : null;
  if (!part.startsWith(first)) return null;
  const values: string[] = [];
  let position = first.length;
  for (const [index, text] of rest.entries()) {
    const isLast = index === rest.length - 1;
    // The earliest place for each text in between, the very end for the last.
    const found = isLast ? part.length - text.length : part.indexOf(text, position + 1);
    if (found < position + 1 || !part.startsWith(text, found)) return null;
    values.push(part.slice(position, found));
    position = found + text.length;
  }
  return values;
}

/** With everything escaped that a URL escapes; what is escaped already stays, so that parameters can be read. */
function canonical(text: string): string {
  return encodeURI(text.replace(/\p{Surrogate}/gu, "\uFFFD")).replaceAll("%25", "%");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
