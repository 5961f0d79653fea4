/**
 * The pairs of a form as a tree of names: `a[b][0]=x` stands below `a`, and by its whole name too.
 * https://url.spec.whatwg.org/#urlencoded-parsing
 */

/** The texts of one name, still escaped, and what stands below it in brackets. */
export interface Source {
  /** In a multipart body, files among them. */
  readonly texts: (string | Blob)[];
  /** Items of `name[]`. */
  readonly items: Source[];
  readonly members: Map<string, Source>;
}

/** A name with brackets deeper than this is no structure: nobody means it, and reading it takes a stack. */
const maxDepth = 64;

/** `a=b&c` as names, decoded, and values, as they came. */
export function splitPairs(
  text: string,
  separator: string,
  unescape: (raw: string) => string = unescapeForm,
): readonly (readonly [string, string])[] {
  return text.split(separator).flatMap((pair): (readonly [string, string])[] => {
    const trimmed = separator === ";" ? pair.trim() : pair;
    if (trimmed === "") return [];
    const end = `${trimmed}=`.indexOf("=");
    return [[unescape(trimmed.slice(0, end)), trimmed.slice(end + 1)]];
  });
}

/** A space is written `+`; what is no escape stays as it is, bytes that are no UTF-8 become U+FFFD. */
export function unescapeForm(raw: string): string {
  // Most texts have nothing to unescape; making an object for each takes long.
  if (!/[%+\ud800-\udfff]/.test(raw)) return raw;
  return new URLSearchParams(`=${raw.replaceAll("&", "%26")}`).get("") ?? "";
}

/** Percent-encoding alone. */
export function unescapeUri(raw: string): string {
  return unescapeForm(raw.replaceAll("+", "%2B"));
}

export function emptySource(): Source {
  return { texts: [], items: [], members: new Map() };
}

export function memberOf(source: Source, name: string): Source {
  const found = source.members.get(name) ?? emptySource();
  source.members.set(name, found);
  return found;
}

/**
 * All pairs by their whole name, and once more below the part of it before the first bracket.
 * @param known names that are fields themselves, whatever brackets they have
 */
export function sourceOf(pairs: readonly (readonly [string, string | Blob])[], known: readonly string[] = []): Source {
  const whole = new Set(known);
  const root = emptySource();
  for (const [name, text] of pairs) {
    memberOf(root, name).texts.push(text);
    const path = pathOf(name);
    if (path.length > 1 && !whole.has(name)) insert(root, path, text);
  }
  return root;
}

/** `a[b][]` as `a`, `b` and an empty name; a name that is none of this kind alone. */
function pathOf(name: string): readonly string[] {
  const open = name.indexOf("[");
  if (open < 1 || !name.endsWith("]")) return [name];
  const path = [name.slice(0, open), ...name.slice(open + 1, -1).split("][")];
  return path.length > maxDepth ? [name] : path;
}

function insert(root: Source, path: readonly string[], text: string | Blob): void {
  let source = root;
  for (const [index, name] of path.entries()) {
    if (name !== "" || index === 0) source = memberOf(source, name);
    else {
      // As Rails reads them: `a[][b]` begins a new item where the last one has a `b`.
      const below = path.slice(index + 1);
      const last = source.items.at(-1);
      const isNew = last === undefined || below.length === 0 || (!below.includes("") && has(last, below));
      const item = isNew ? emptySource() : last;
      if (isNew) source.items.push(item);
      source = item;
    }
  }
  source.texts.push(text);
}

function has(source: Source, path: readonly string[]): boolean {
  let found: Source | undefined = source;
  for (const name of path) found = found?.members.get(name);
  return found !== undefined && found.texts.length > 0;
}

/** What a name leads to: its own texts, and what stands below it, also where it has brackets itself. */
export function lookUp(root: Source, name: string): Source {
  const own = root.members.get(name);
  const path = pathOf(name);
  if (path.length === 1) return own ?? emptySource();
  let below: Source | undefined = root;
  for (const step of path) below = below?.members.get(step);
  // Inside of brackets a name that has some itself stands whole: `a[b[c]][d]`.
  const { items, members } = below ?? own ?? emptySource();
  return { texts: own?.texts ?? [], items, members };
}

export function isAbsent({ texts, items, members }: Source): boolean {
  return texts.length === 0 && items.length === 0 && members.size === 0;
}

/** Names that are none of `known`, nor stand below one of them; what has brackets, by its name before them. */
export function unlisted(source: Source, known: readonly string[]): readonly string[] {
  const names = [...source.members.keys()].filter((name) => !known.includes(name));
  return names.filter((name) => {
    const [base = name, ...below] = pathOf(name);
    // What has no path, such as `a[b`, is below nothing.
    if (below.length === 0) return true;
    return !source.members.has(base) && !known.some((other) => name.startsWith(`${other}[`));
  });
}
