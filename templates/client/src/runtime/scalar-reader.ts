/** Readers of values that are one text. */
import type { Read, Reading } from "./form-reader.js";
import type { Source } from "./form-source.js";

/** The one text of a scalar; undefined where there is none. */
function onlyText(source: Source, field: string, { problems, unescape }: Reading): string | undefined {
  const [text, second] = source.texts;
  const isStructured = source.items.length + source.members.size > 0;
  if (second === undefined && !isStructured && typeof text !== "object")
    return text === undefined ? text : unescape(text);
  const message =
    second !== undefined
      ? "is given more than once"
      : `must be text, not ${isStructured ? "a list or an object" : "a file"}`;
  problems.push({ field, message });
  return undefined;
}

/**
 * A reader of one text: undefined where it is no such value.
 * @param expected what it must be
 */
export function scalar(expected: string | ((text: string) => string), parse: (text: string) => unknown): Read {
  return (source, field, reading) => {
    const text = onlyText(source, field, reading);
    if (text === undefined) return undefined;
    const value = parse(text);
    if (value !== undefined) return value;
    reading.problems.push({ field, message: `must be ${typeof expected === "string" ? expected : expected(text)}` });
    return undefined;
  };
}

export function parseNumber(text: string): number | undefined {
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

/** Digits beyond what a number holds are no integer here: they would be another one. */
export function parseInteger(text: string): number | undefined {
  const value = parseNumber(text);
  const isExact = value !== undefined && (Number.isSafeInteger(value) || !/^-?\d+$/.test(text));
  return isExact && Number.isInteger(value) ? value : undefined;
}

export function parseBoolean(text: string): boolean | undefined {
  return text === "true" ? true : text === "false" ? false : undefined;
}

export const readText: Read = scalar("text", (text) => text);
export const readNumber: Read = scalar("a number", parseNumber);
export const readInteger: Read = scalar(
  (text) => (/^-?\d+$/.test(text) ? "an integer that a number holds" : "an integer"),
  parseInteger,
);
export const readBoolean: Read = scalar("true or false", parseBoolean);

/** One of these values. */
export function readOneOf(values: readonly (string | number | bigint | boolean)[]): Read {
  return scalar(`one of ${values.join(", ")}`, (text) => values.find((value) => String(value) === text));
}

/** JSON text of one of these types; of any, where there are none. Its inside is not checked against the schema. */
export function readJson(types: readonly string[]): Read {
  return scalar(jsonWords(types), (text) => parseJson(text, types));
}

/** What JSON text of these types is called. */
export function jsonWords(types: readonly string[]): string {
  const names = types.map((type) => (type === "null" ? type : `${/^[aio]/.test(type) ? "an" : "a"} ${type}`));
  return names.length > 0 ? `JSON text of ${names.join(" or ")}` : "JSON";
}

export function parseJson(text: string, types: readonly string[]): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return types.length === 0 ||
      types.includes(jsonType(value)) ||
      (types.includes("integer") && Number.isInteger(value))
      ? value
      : undefined;
  } catch {
    return undefined;
  }
}

function jsonType(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}
