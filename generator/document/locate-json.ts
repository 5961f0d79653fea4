/** Positions in text that is known to be good JSON: a pointer's way down, scanned no further than it leads. */
import type { SourceFile } from "./document.js";
import { parsePointer } from "./json-pointer.js";

/** Offsets of a child: of its key, or of the item itself; and of its value. */
interface Child {
  readonly start: number;
  readonly value: number;
}

/** A way to find positions: of the key of an object's member, or of a list's item, as far down as there are values. */
export function locateJson(text: string): SourceFile["locate"] {
  // Each container is scanned when first asked for.
  const known = new Map<number, ReadonlyMap<string, Child>>();
  let lines: readonly number[] | undefined;
  return (pointer) => {
    const root = after(text, 0);
    let at: Child = { start: root, value: root };
    for (const token of parsePointer(pointer) ?? []) {
      const children = known.get(at.value) ?? childrenOf(text, at.value);
      known.set(at.value, children);
      const child = children.get(token);
      if (child === undefined) break;
      at = child;
    }
    lines ??= lineStarts(text);
    return positionOf(lines, at.start);
  };
}

/** The children of the container that begins at an offset, by key or index; none where no container begins there. */
function childrenOf(text: string, offset: number): ReadonlyMap<string, Child> {
  const children = new Map<string, Child>();
  const isList = text[offset] === "[";
  if (!isList && text[offset] !== "{") return children;
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;
  tokens.lastIndex = offset;
  let depth = 0;
  let start = after(text, offset + 1);
  let key = "";
  for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
    const [token] = match;
    if (token === "{" || token === "[") depth++;
    else if (token === "}" || token === "]") depth--;
    if (depth === 0) {
      if (isList && start < match.index) children.set(String(children.size), { start, value: start });
      return children;
    }
    if (depth > 1) continue;
    if (token === ",") {
      if (isList) children.set(String(children.size), { start, value: start });
      start = after(text, tokens.lastIndex);
    } else if (token === ":") children.set(key, { start, value: after(text, tokens.lastIndex) });
    else if (!isList && match.index === start) key = String(JSON.parse(token));
  }
  return children;
}

/** The offset of the first character that is no white space. */
function after(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && " \t\r\n".includes(text.charAt(at))) at++;
  return at;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return starts;
}

/** The line is found by halving. */
function positionOf(starts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
