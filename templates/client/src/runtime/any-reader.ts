/** Readers of values of which only what came shows what they are. */
import { itemsOf, type Problem, type Read, readList, readObject } from "./form-reader.js";
import { isAbsent } from "./form-source.js";
import { parseBoolean, parseInteger, parseJson, parseNumber, scalar } from "./scalar-reader.js";

/**
 * A value of one of several types, or of any: text is text where that is allowed, JSON where only a list or an object
 * looks like it; several texts are a list; brackets are lists and objects of texts.
 */
export function readAny(types: readonly string[] = []): Read {
  const one = scalar(types.length > 0 ? types.join(" or ") : "text", (text) => parseAny(text, types));
  const read: Read = (source, field, reading, parent) => {
    const { texts, items, members } = source;
    if (isAbsent(source)) return undefined;
    const allows = (type: string) => types.length === 0 || types.includes(type);
    const below = items.length + itemsOf(members).length;
    const [text] = texts;
    const isList =
      texts.length > 1 ||
      (below > 0 && below === items.length + members.size) ||
      // One item of a list that is named as its items are.
      (types.includes("array") && typeof text === "string" && parseAny(reading.unescape(text), types) === undefined);
    if (isList && allows("array")) return readList(types.length > 0 ? readAny() : read)(source, field, reading, parent);
    return members.size > 0 && allows("object")
      ? readObject({}, readAny())(source, field, reading, parent)
      : one(source, field, reading, parent);
  };
  return read;
}

function parseAny(text: string, types: readonly string[]): unknown {
  if (types.length === 0) return text;
  const parsed = /^\s*[[{]/.test(text) ? parseJson(text, types) : undefined;
  if (parsed !== undefined) return parsed;
  if (types.includes("string")) return text;
  const number = types.includes("number")
    ? parseNumber(text)
    : types.includes("integer")
      ? parseInteger(text)
      : undefined;
  return number ?? (types.includes("boolean") ? parseBoolean(text) : undefined);
}

/**
 * One of several, as what came shows: brackets below a name, or several texts, are a list or an object; of one text, a
 * scalar is tried first, unless it looks like JSON or has commas that are not escaped.
 */
export function readEither(scalarRead: Read | null, list: Read | null, object: Read | null): Read {
  return (source, field, reading, parent) => {
    const { texts, items, members } = source;
    if (isAbsent(source)) return object?.(source, field, reading, parent);
    const isNumbered = items.length > 0 || (members.size > 0 && itemsOf(members).length === members.size);
    if (list !== null && (texts.length > 1 || isNumbered)) return list(source, field, reading, parent);
    if (object !== null && members.size > 0) return object(source, field, reading, parent);
    const structures = [list, object];
    const isStructure = typeof texts[0] === "string" && /^(\{|\[|%7B|%5B)|,/i.test(texts[0]);
    const candidates = isStructure ? [...structures, scalarRead] : [scalarRead, ...structures];
    const present = candidates.filter((read): read is Read => read !== null);
    for (const read of present) {
      const problems: Problem[] = [];
      const value = read(source, field, { ...reading, problems }, parent);
      if (problems.length === 0) return value;
    }
    return present[0]?.(source, field, reading, parent);
  };
}
