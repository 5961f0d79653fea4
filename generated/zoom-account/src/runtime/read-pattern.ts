/** Regular expressions taken apart: into what is tried without going back, and into what going back may cost. */

/** A place in the automaton: what it takes or asks for, and where that leads. */
export interface State {
  /** What one character must match. */
  readonly accepts?: RegExp;
  /** What must be so at this position. */
  readonly holds?: (characters: readonly string[], position: number) => boolean;
  readonly next: State[];
}

export interface ReadPattern {
  /** Where trying begins, and the one place where it ends; null for what looks around, refers back, or is too long. */
  readonly automaton: { readonly first: State; readonly last: State } | null;
  /** Trying a text of n characters by going back takes at most about ways × nᵈ steps. */
  readonly ways: number;
  /** The d; infinite where the steps may double, or more, with each character. */
  readonly degree: number;
}

/** Takes a pattern apart, which must be a regular expression. */
export function readPattern(source: string, flags: string): ReadPattern {
  const reader: Reader = { source, at: 0, flags, groups: 0, isRegular: true };
  const whole = readAlternatives(reader);
  // Without a beginning of its own, it is tried from each character on.
  const degree = whole.degree + (source.startsWith("^") && !whole.hasChoice ? 0 : 1);
  const last: State = { next: [] };
  const isWhole = reader.isRegular && reader.at === source.length && whole.size <= mostStates;
  return { automaton: isWhole ? { first: whole.build(last), last } : null, ways: whole.ways, degree };
}

/** A text of a thousand characters is still tried at once. */
const mostStates = 2000;
/** Of groups in each other: more is no document's intention, and would fill the stack. */
const deepest = 200;

interface Reader {
  readonly source: string;
  readonly flags: string;
  at: number;
  /** That are open. */
  groups: number;
  isRegular: boolean;
}

interface Part {
  /** Its states, in front of the one that comes next. */
  readonly build: (next: State) => State;
  readonly size: number;
  readonly ways: number;
  readonly degree: number;
  /** Whether it has alternatives at its top. */
  readonly hasChoice: boolean;
  /** Whether a text may match it in several ways. */
  readonly isVariable: boolean;
  /** What looks around is not tried again when what follows does not match. */
  readonly isLook: boolean;
}

const nothing: Part = {
  build: (next) => next,
  size: 0,
  ways: 1,
  degree: 0,
  hasChoice: false,
  isVariable: false,
  isLook: false,
};

/** What stands at the reader's place, of which it is taken. */
function take(reader: Reader, wanted: RegExp): RegExpExecArray | null {
  const found = wanted.exec(reader.source.slice(reader.at));
  if (found !== null) reader.at += found[0].length;
  return found;
}

function readAlternatives(reader: Reader): Part {
  const parts = [readSequence(reader)];
  while (take(reader, /^\|/) !== null) parts.push(readSequence(reader));
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  return {
    build: (next) => ({ next: parts.map((part) => part.build(next)) }),
    size: parts.reduce((sum, { size }) => sum + size, 1),
    ways: parts.reduce((sum, { ways }) => sum + ways, 0),
    degree: Math.max(...parts.map(({ degree }) => degree)),
    hasChoice: true,
    isVariable: true,
    isLook: false,
  };
}

function readSequence(reader: Reader): Part {
  const parts: Part[] = [];
  let degree = 0;
  let ofLooks = 0;
  while (reader.at < reader.source.length && !/[|)]/.test(reader.source.charAt(reader.at))) {
    const part = readRepeated(reader);
    parts.push(part);
    if (part.isLook) ofLooks = Math.max(ofLooks, degree + part.degree);
    else degree += part.degree;
  }
  return {
    build: (next) => parts.reduceRight((state, part) => part.build(state), next),
    size: parts.reduce((sum, { size }) => sum + size, 0),
    ways: parts.reduce((product, { ways }) => product * ways, 1),
    degree: Math.max(degree, ofLooks),
    hasChoice: false,
    isVariable: parts.some(({ isVariable }) => isVariable),
    isLook: false,
  };
}

function readRepeated(reader: Reader): Part {
  const part = readAtom(reader);
  const found = take(reader, /^(?:([*+?])|\{(\d+)(,(\d*))?\})\??/);
  if (found === null) return part;
  const [, sign, count = "", comma, end = ""] = found;
  if (sign === "*") return repeat(part, 0, null);
  if (sign === "+") return repeat(part, 1, null);
  if (sign === "?") return repeat(part, 0, 1);
  const least = Number(count);
  return repeat(part, least, comma === undefined ? least : end === "" ? null : Number(end));
}

/** @param most null for any number */
function repeat(part: Part, least: number, most: number | null): Part {
  const isOften = most === null || most > 1;
  const isOpen = most !== least;
  const copies = most ?? least + 1;
  return {
    build(next) {
      let state = next;
      if (most === null) {
        const loop: State = { next: [] };
        loop.next.push(part.build(loop), next);
        state = loop;
      } else for (let index = least; index < most; index++) state = { next: [part.build(state), next] };
      for (let index = 0; index < least; index++) state = part.build(state);
      return state;
    },
    // Infinite numbers are too large as well.
    size: (part.size + 1) * copies,
    ...costOf(part, most, isOften && isOpen, isOpen),
    hasChoice: false,
    isVariable: part.isVariable || isOpen,
    isLook: part.isLook,
  };
}

function costOf(
  { ways, degree, isVariable }: Part,
  most: number | null,
  isOpenOften: boolean,
  isOpen: boolean,
): Pick<Part, "ways" | "degree"> {
  if (most !== null && most <= 1) return { ways: ways + (isOpen ? 1 : 0), degree };
  if (!isVariable) return { ways, degree: degree + (isOpenOften ? 1 : 0) };
  // A number that is known is not without end.
  return most === null
    ? { ways, degree: Number.POSITIVE_INFINITY }
    : { ways: (ways + 1) ** most, degree: degree * most };
}

function readAtom(reader: Reader): Part {
  if (take(reader, /^\(/) !== null) return readGroup(reader);
  if (take(reader, /^\^/) !== null) return asking((_characters, position) => position === 0);
  if (take(reader, /^\$/) !== null) return asking((characters, position) => position === characters.length);
  const edge = take(reader, /^\\([bB])/);
  if (edge !== null) return asking((characters, position) => isEdge(characters, position) === (edge[1] === "b"));
  if (take(reader, /^\\(?:[1-9]\d*|k|c(?![A-Za-z]))/) !== null) {
    reader.isRegular = false;
    // What it refers to may be of any length.
    return { ...nothing, degree: 1, isVariable: true };
  }
  const isUnicode = reader.flags.includes("u");
  const atom = take(reader, isUnicode ? unicodeAtom : plainAtom);
  if (atom === null) throw new Error("what is no regular expression is not read");
  const accepts = new RegExp(`^(?:${atom[0]})$`, reader.flags);
  return { ...nothing, build: (next) => ({ accepts, next: [next] }), size: 1 };
}

/** A class, an escape or a character: one character of a text. */
const unicodeAtom =
  /^(?:\[(?:\\[^]|[^\]\\])*\]|\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[pP]\{[^}]*\}|[^])|[^\\])/u;
const plainAtom = /^(?:\[(?:\\[^]|[^\]\\])*\]|\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[^])|[^\\])/;

function readGroup(reader: Reader): Part {
  const isLook = take(reader, /^\?<?[=!]/) !== null;
  if (!isLook) take(reader, /^\?(?::|<[^>]*>)/);
  // Whatever else may stand here is younger than this reader.
  if (isLook || reader.source.startsWith("?", reader.at)) reader.isRegular = false;
  if (reader.groups >= deepest) return unread(reader);
  reader.groups++;
  const inner = readAlternatives(reader);
  reader.groups--;
  take(reader, /^\)/);
  const { ways, degree, isVariable } = inner;
  return isLook ? { ...nothing, ways, degree, isVariable, isLook } : inner;
}

/** The rest, of which nothing is known. */
function unread(reader: Reader): Part {
  reader.at = reader.source.length;
  reader.isRegular = false;
  return { ...nothing, degree: Number.POSITIVE_INFINITY, isVariable: true };
}

function asking(holds: NonNullable<State["holds"]>): Part {
  return { ...nothing, build: (next) => ({ holds, next: [next] }), size: 1 };
}

/** Whether a word begins or ends here. */
function isEdge(characters: readonly string[], position: number): boolean {
  const isWord = (at: number) => /^\w$/.test(characters[at] ?? "");
  return isWord(position - 1) !== isWord(position);
}
