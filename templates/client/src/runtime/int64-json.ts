/**
 * JSON whose integers of 64 bits keep their digits: `JSON.parse` rounds those beyond 2^53. A description says where they
 * stand, so that a value's type does not depend on its size.
 */

import { type Int64Shape, own, plainShapes, shapeInside } from "./int64-shape.js";

/**
 * Parses JSON. Where the shape says so, a number that is an integer becomes a bigint, or its digits; anything else stays
 * as it is.
 * @throws SyntaxError for text that is no JSON
 */
export function parseInt64(text: string, shape: Int64Shape): unknown {
  const root = { value: JSON.parse(text) as unknown };
  return convert(root, { value: exactly(text) }, { members: { value: shape } }).value;
}

/**
 * A parser of an operation's answers.
 * @param shapes by status: `200`, `4XX`, `default`; null where there is no such integer
 */
export function int64Parser(
  shapes: Readonly<Record<string, Int64Shape | null>>,
): (text: string, response: Response) => unknown {
  return (text, { status }) => {
    const shape = shapes[statusKey(status, shapes)];
    return shape ? parseInt64(text, shape) : (JSON.parse(text) as unknown);
  };
}

/** The one of some keys that counts for a status. */
export function statusKey(status: number, keys: object): string {
  return [String(status), `${Math.floor(status / 100)}XX`].find((key) => key in keys) ?? "default";
}

/**
 * A parser of the data of events.
 * @param shape of a whole event
 */
export function int64EventParser(shape: Int64Shape): (text: string, event: string) => unknown {
  return (text, event) => {
    const root = { event, data: JSON.parse(text) as unknown };
    return convert(root, { data: exactly(text) }, shape).data;
  };
}

type Container = Record<string, unknown>;

/**
 * Converts in place: the value was parsed for nobody else. Not by recursion: an answer may nest deeper than the stack.
 * @param exact the same value with texts in place of numbers that may have lost something
 */
function convert<Value extends object>(root: Value, exact: unknown, shape: Int64Shape): Value {
  const open = [{ value: root as Container, exact, shapes: [shape] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value } = next;
    const shapes = plainShapes(next.shapes, value);
    for (const key of Object.keys(value)) {
      const inside = shapes.flatMap((each) => shapeInside(each, value, key) ?? []);
      if (inside.length === 0) continue;
      const item = value[key];
      const digits = own(next.exact, key);
      if (typeof item === "number") {
        const type = plainShapes(inside, item).find((each) => typeof each === "string");
        // An own property, `__proto__` too.
        if (type) value[key] = integerOf(item, digits, type === "bigint");
      } else if (typeof item === "object" && item !== null)
        open.push({ value: item as Container, exact: digits, shapes: inside });
    }
  }
  return root;
}

/** The integer that a number is, or was before it was rounded; a number with a fraction as it is. */
function integerOf(number: number, text: unknown, isBigint: boolean): unknown {
  const exact = typeof text === "string" ? exactInteger(text) : Number.isInteger(number) ? BigInt(number) : undefined;
  return exact === undefined ? number : isBigint ? exact : String(exact);
}

/** `12`, `12.0` and `1.2e1` are twelve; undefined for a fraction, and for more digits than any integer of 64 bits has. */
function exactInteger(text: string): bigint | undefined {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const digits = (whole + fraction).replace(/^0+(?=\d)/, "");
  const zeros = Number(exponent) - fraction.length;
  if (digits.length + zeros > 64 || digits.length > 64) return undefined;
  if (zeros >= 0) return BigInt(sign + digits + "0".repeat(zeros));
  return /[^0]/.test(digits.slice(zeros)) ? undefined : BigInt(sign + (digits.slice(0, zeros) || "0"));
}

/**
 * The value of JSON text with texts in place of numbers that `JSON.parse` may round; undefined where there are none.
 * Every platform has this, and only some hand the text of a number to a reviver.
 */
function exactly(text: string): unknown {
  return /\d{16}|\d\.\d{15}|\de/i.test(text) ? JSON.parse(quoteNumbers(text)) : undefined;
}

/** One pass over text that is known to be JSON. */
function quoteNumbers(text: string): string {
  const token = /"|-?\d[\d.e+-]*/gi;
  const pieces: string[] = [];
  let done = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [found] = match;
    if (found === '"') token.lastIndex = endOfString(text, match.index);
    else if (found.length > 15 || /e/i.test(found)) {
      pieces.push(text.slice(done, match.index), `"${found}"`);
      done = token.lastIndex;
    }
  }
  return pieces.join("") + text.slice(done);
}

/** Where the string ends that begins at a quote: behind the next one that no backslash escapes. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text[before - 1] === "\\") before--;
    if ((end - before) % 2 === 0) return end + 1;
  }
}
