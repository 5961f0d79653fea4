/** Path templates, matched segment by segment without backtracking. */

export interface PathPattern {
  readonly segments: readonly (readonly string[])[];
  /** Pairs that the query must have: a name, and the fixed texts of the value. */
  readonly query: readonly (readonly [name: string, texts: readonly string[]])[];
  /** How many segments and pairs have no parameter. */
  readonly fixed: number;
  /** How many characters stand outside of parameters. */
  readonly length: number;
}

const parameter = /\{[^{}]*\}/g;

/** Of templates, which are as many as the document has. */
const patterns = new Map<string, PathPattern>();

/** Prepares a template: each segment becomes the fixed texts between its parameters. */
export function patternOf(template: string): PathPattern {
  const known = patterns.get(template) ?? prepare(template);
  patterns.set(template, known);
  return known;
}

function prepare(template: string): PathPattern {
  // Some documents tell operations apart by a query in the path; a fragment there is sent to nobody.
  const [, path = "", search = ""] = /^((?:\{[^{}]*\}|[^?#])*)(?:\?([^#]*))?/.exec(template) ?? [];
  // The name of a parameter may have a slash.
  const segments = path
    .replace(parameter, "{}")
    .split("/")
    .map((segment) => textsOf(segment).map(canonical));
  const query: (readonly [name: string, texts: readonly string[]])[] = [];
  // To loop over it, TypeScript 5 would ask applications for the library `DOM.Iterable`.
  new URLSearchParams(search).forEach((value, name) => query.push([name, textsOf(value)]));
  const texts = [...segments, ...query.map(([, value]) => value)];
  const fixed = texts.filter((each) => each.length === 1).length;
  return { segments, query, fixed, length: texts.flat().join("").length };
}

/** What stands between parameters. */
function textsOf(template: string): readonly string[] {
  return template.split(parameter);
}

/**
 * True where a path and its query fit the template; a parameter is never empty.
 * @param search the query, with or without `?`
 */
export function matchPath(pattern: PathPattern, path: string, search = ""): boolean {
  return path.split("/").length === pattern.segments.length && capturePath(pattern, path, search) !== null;
}

/**
 * What stands in place of the parameters, still escaped; null where the path does not fit.
 * @param path may have folders of the server in front
 */
export function capturePath(pattern: PathPattern, path: string, search = ""): readonly string[] | null {
  const parts = path.split("/").slice(-pattern.segments.length + 1);
  const segments = pattern.segments.slice(1);
  if (parts.length !== segments.length) return null;
  const captured = parts.map((part, index) => captureSegment(segments[index] ?? [], part));
  if (pattern.query.length === 0)
    return captured.every((each): each is readonly string[] => each !== null) ? captured.flat() : null;
  const pairs = new URLSearchParams(search);
  const found = pattern.query.map(([name, texts]) => captureValue(texts, pairs.getAll(name)));
  const all = [...captured, ...found];
  return all.every((each): each is readonly string[] => each !== null) ? all.flat() : null;
}

/** What the first value that fits has in place of the parameters, escaped as a path's would be. */
function captureValue(texts: readonly string[], values: readonly string[]): readonly string[] | null {
  if (texts.length === 1) return values.includes(texts[0] ?? "") ? [] : null;
  const escaped = texts.map((text) => encodeURIComponent(text));
  const captured = values.map((value) => captureTexts(escaped, encodeURIComponent(value)));
  return captured.find((each) => each !== null) ?? null;
}

/** What stands in place of the parameters of one segment, still escaped; null where it does not fit. */
export function captureSegment(texts: readonly string[], part: string): readonly string[] | null {
  return captureTexts(texts, canonical(part));
}

function captureTexts(texts: readonly string[], part: string): readonly string[] | null {
  const [first = "", ...rest] = texts;
  if (rest.length === 0) return decodeSegment(part) === decodeSegment(first) ? [] : null;
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
  if (/^[\w.~-]*$/.test(text)) return text;
  return encodeURI(text.replace(/\p{Surrogate}/gu, "\uFFFD")).replaceAll("%25", "%");
}

/** A segment without escapes, as it is compared. */
export function decodeSegment(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
