/**
 * Reading a form, a query or cookies back into typed values: the inverse of what encoders write, and of what others do
 * in their place. https://url.spec.whatwg.org/#urlencoded-parsing
 */

import {
  emptySource,
  isAbsent,
  lookUp,
  memberOf,
  type Source,
  sourceOf,
  splitPairs,
  unescapeForm,
  unlisted,
} from "./form-source.js";
import { withPartial } from "./partial-result.js";

/** What does not fit, and where. */
export interface Problem {
  /** Where the value stands: `items[0].price`. */
  readonly field: string;
  readonly message: string;
}

export type DecodeResult<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly Problem[] };

/** What readers share. */
export interface Reading {
  readonly problems: Problem[];
  readonly unescape: (raw: string) => string;
}

/** Reads a value; undefined where it is absent, or does not fit, which is noted among the problems. */
export type Read = (source: Source, field: string, reading: Reading, parent: Source) => unknown;

/** Readers by the names of the members. */
export type Fields = Readonly<Record<string, Read>>;

/** Members that are not listed: read, refused, or, without either, passed over; `whole`: brackets in a name mean nothing. */
export type Rest = Read | "refuse" | { readonly whole: Read };

/**
 * Reads a form.
 * @param text the body; whatever it is, it reads as some fields and never throws
 */
export function readForm<Value>(text: string, fields: Fields, rest?: Rest): DecodeResult<Value> {
  return readPairs(splitPairs(text, "&"), unescapeForm, fields, rest);
}

/** Reads pairs whose values are still escaped. */
export function readPairs<Value>(
  pairs: readonly (readonly [string, string | Blob])[],
  unescape: Reading["unescape"],
  fields: Fields,
  rest?: Rest,
): DecodeResult<Value> {
  const reading: Reading = { problems: [], unescape };
  const value = readMembers(sourceOf(pairs, Object.keys(fields)), "", fields, rest, reading);
  if (reading.problems.length > 0) return withPartial({ ok: false, problems: reading.problems }, value);
  // The fields are written from the schema that the type is printed from.
  return { ok: true, value: value as Value };
}

function readMembers(source: Source, path: string, fields: Fields, rest: Rest | undefined, reading: Reading): object {
  const inside = (name: string) => (path === "" ? name : `${path}.${name}`);
  const entries: [string, unknown][] = [];
  for (const [name, read] of Object.entries(fields)) {
    const value = read(lookUp(source, name), inside(name), reading, source);
    if (value !== undefined) entries.push([name, value]);
  }
  const known = Object.keys(fields);
  if (typeof rest === "object") {
    const isKnown = (name: string) => known.some((other) => name === other || name.startsWith(`${other}[`));
    for (const [name, { texts }] of source.members)
      if (texts.length > 0 && !isKnown(name))
        entries.push([name, rest.whole({ ...emptySource(), texts }, inside(name), reading, source)]);
  } else if (rest !== undefined) {
    for (const name of unlisted(source, known)) {
      if (rest === "refuse") reading.problems.push({ field: inside(name), message: "is not a field of this form" });
      else entries.push([name, rest(lookUp(source, name), inside(name), reading, source)]);
    }
  }
  // As own properties: `__proto__` is an ordinary name.
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Items that are numbered, in the order of their numbers. */
export function itemsOf(members: ReadonlyMap<string, Source>): readonly Source[] {
  const numbered = [...members].filter(([name]) => /^\d+$/.test(name));
  return numbered.sort(([a], [b]) => Number(a) - Number(b)).map(([, source]) => source);
}

/** A list: `a=x&a=y`, `a[]=x&a[]=y`, or `a[0]=x&a[1]=y`. */
export function readList(item: Read): Read {
  return (source, field, reading) => {
    if (isAbsent(source)) return undefined;
    const { texts, items, members } = source;
    const single = texts.map((text): Source => ({ ...emptySource(), texts: [text] }));
    const numbered = itemsOf(members);
    const all = [...single, ...items, ...numbered];
    if (numbered.length < members.size) reading.problems.push({ field, message: "must be a list" });
    const values = all.map((each, index) => item(each, `${field}[${index}]`, reading, source));
    return values.filter((value) => value !== undefined);
  };
}

/** An object: `a[member]=x`. */
export function readObject(fields: Fields, rest?: Rest): Read {
  return (source, field, reading) => {
    if (isAbsent(source)) return undefined;
    if (source.texts.length > 0 || source.items.length > 0)
      reading.problems.push({ field, message: "must be an object, its members in brackets" });
    return readMembers(source, field, fields, rest, reading);
  };
}

/** An object whose members stand by themselves, among others that are `known`: `member=x`. */
export function readFlat(fields: Fields, rest?: Rest, known: readonly string[] = []): Read {
  return (_source, field, reading, parent) => {
    const isOthers = (name: string) => known.some((other) => name === other || name.startsWith(`${other}[`));
    const own =
      known.length === 0
        ? parent
        : { ...parent, members: new Map([...parent.members].filter(([name]) => !isOthers(name))) };
    const names = Object.keys(fields);
    const isThere =
      names.some((name) => !isAbsent(lookUp(own, name))) || (rest !== undefined && unlisted(own, names).length > 0);
    if (!isThere) return undefined;
    const value = readMembers(own, field, fields, rest, reading);
    // So that they do not count as members of the form itself.
    const isRead = (name: string) =>
      rest !== undefined || names.some((own) => name === own || name.startsWith(`${own}[`));
    for (const name of own.members.keys()) if (isRead(name)) parent.members.delete(name);
    return value;
  };
}

type Separator = "," | " " | "|";

const separators: Readonly<Record<Separator, RegExp>> = { ",": /,/, " ": /%20|\+| /, "|": /%7C|\|/i };

function splitTexts({ texts }: Source, separator: Separator): string[] {
  return texts.flatMap((text) => (typeof text === "string" ? text.split(separators[separator]) : []));
}

/** A list in one text. */
export function readDelimited(separator: Separator, item: Read): Read {
  return (source, field, reading, parent) => {
    const texts = splitTexts(source, separator);
    return texts.length === 0 ? undefined : readList(item)({ ...emptySource(), texts }, field, reading, parent);
  };
}

/** An object in one text: names and values in turn. */
export function readDelimitedObject(separator: Separator, fields: Fields, rest?: Rest): Read {
  return (source, field, reading) => {
    if (source.texts.length === 0) return undefined;
    const texts = splitTexts(source, separator);
    if (texts.length % 2 === 1) reading.problems.push({ field, message: "must have a value for each name" });
    const members = emptySource();
    for (let index = 0; index + 1 < texts.length; index += 2)
      memberOf(members, reading.unescape(texts[index] ?? "")).texts.push(texts[index + 1] ?? "");
    return readMembers(members, field, fields, rest, reading);
  };
}

/** A value that must be there. */
export function required(read: Read): Read {
  return (source, field, reading, parent) => {
    const before = reading.problems.length;
    const value = read(source, field, reading, parent);
    if (value === undefined && reading.problems.length === before)
      reading.problems.push({ field, message: "is required" });
    return value;
  };
}

/** What must be there and is left out where it is empty: a list, an object. */
export function orEmpty(read: Read, fields?: Fields): Read {
  return (source, field, reading, parent) => {
    const value = read(source, field, reading, parent);
    if (value !== undefined) return value;
    return fields === undefined ? [] : readMembers(emptySource(), field, fields, undefined, reading);
  };
}

/** Null where the text is empty, as encoders write it inside of brackets. */
export function nullable(read: Read): Read {
  return (source, field, reading, parent) => (isEmpty(source) ? null : read(source, field, reading, parent));
}

/** Absent where the text is empty (`allowEmptyValue`). https://spec.openapis.org/oas/v3.1.1.html#parameter-object */
export function unlessEmpty(read: Read): Read {
  return (source, field, reading, parent) => (isEmpty(source) ? undefined : read(source, field, reading, parent));
}

function isEmpty({ texts, items, members }: Source): boolean {
  return texts.length === 1 && texts[0] === "" && members.size + items.length === 0;
}
