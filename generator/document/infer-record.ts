/** Which objects are records (maps): their keys are data, not the names of fields. Judged by keys and the kinds of values. */
import { isJsonArray, isJsonObject, type JsonValue } from "./json.js";

/** Keys that nobody chooses as the name of a field. */
const dataKeys: readonly RegExp[] = [
  /^[+-]?\d+(?:\.\d+)?$/, // numbers, years, HTTP statuses
  /^\d{4}[-/.](?:\d{2}|[QW]\d{1,2})(?:[-/. T].*)?$/, // dates, months, quarters, weeks, times
  /^\d{1,2}:\d{2}(?::\d{2})?$/, // times of day
  /^(?:[a-z]+[-_:])*[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i, // uuids, with or without a prefix
  /^(?:[a-z]+[-_:])?(?=[a-f]*\d)[\da-f]{6,}$/i, // hexadecimal ids
  /^(?=[A-Z]*\d)[A-Z\d]{8,}$/, // ids in capitals: U012AB3CD
  /^(?!odata\.)[\w+-]+(?:[./][\w+-]+)+$/, // dotted names, file names, media types
  /^@[\w-]+\/[\w./-]+$/, // scoped packages
  /^\/./, // paths
  /^[a-z][a-z\d+.-]*:\/\//i, // URIs
  /^[^\s@]+@[^\s@.]+\.[^\s@]+$/, // email addresses
  /^[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}$/i, // IPv6 and MAC addresses
  /^(?:<.*>|\{.*\})$/s, // placeholders: <file name>
  /^(?:additionalProp|property)\d+$/, // what documentation tools make up for a map
];

/** Names whose objects are maps of text by convention, whatever the keys. */
const mapNames = /^(?:tags|labels|annotations)$/i;

const language = /^(?:[a-z]{2}|[a-z]{2,3}(?:[-_](?:[A-Z]{2}|[a-z]{2}|[A-Z][a-z]{3}|\d{3}))+)$/;
/** Without the codes that are English words (`it`, `no`, `is`): those count beside one of these. */
const commonLanguage = /^(?:en|de|fr|es|pt|ja|zh|ru|ko|pl|nl|sv)(?:[-_]|$)/;
const regionalLanguage = /^[a-z]{2,3}[-_][A-Z]{2}$/;
const commonCurrency = /^(?:USD|EUR|GBP|JPY|CHF|CAD|AUD|CNY|INR)$/;

/** What documentation calls the keys of a map, with a number: any other word with a number is the name of a field. */
const placeholders =
  /^(?:(?:my|some|custom|sample|example)[-_ ]?)?(?:key|prop|property|tag|label|attr|attribute|field|param|parameter|item|entry|option|var|variable|element|object|metadata)$/i;

/**
 * Whether all objects of one place are records.
 * @param properties the values under each key, over all objects
 * @param filled how many of the objects have a key
 * @param name the key under which the objects stand; null for items and roots
 */
export function isRecord(
  properties: ReadonlyMap<string, readonly JsonValue[]>,
  filled: number,
  name: string | null,
): boolean {
  const kind = commonKind(properties.values());
  if (properties.size === 0 || kind === "several") return false;
  const keys = [...properties.keys()];
  // A lone `0` says that there is a first item, not that there are others under other keys.
  if (keys.length === 1 && keys[0] === "0") return false;
  if (keys.every(isDataKey) || areLanguages(keys) || areCurrencies(keys) || areNumbered(keys)) return true;
  if (kind === "text" && name !== null && mapNames.test(name)) return true;
  const isScalar = kind !== "object" && kind !== "array";
  return keysVary(properties, filled, isScalar) && (kind !== "object" || shareShape(properties.values()));
}

function isDataKey(key: string): boolean {
  return dataKeys.some((pattern) => pattern.test(key));
}

function areLanguages(keys: readonly string[]): boolean {
  return (
    keys.every((key) => language.test(key)) &&
    keys.some((key) => commonLanguage.test(key) || regionalLanguage.test(key))
  );
}

function areCurrencies(keys: readonly string[]): boolean {
  return keys.every((key) => /^[A-Z]{3}$/.test(key)) && keys.some((key) => commonCurrency.test(key));
}

/** `key1`, `key2`: at least two keys, alike but for the number. */
function areNumbered(keys: readonly string[]): boolean {
  const stems = new Set(keys.map((key) => /^(\D{3,}?)[-_ ]?\d{1,4}$/.exec(key)?.[1] ?? null));
  const [stem] = stems;
  return keys.length > 1 && stems.size === 1 && typeof stem === "string" && placeholders.test(stem);
}

/**
 * Key sets that differ from item to item: at least three, and no key in more than half of them. Where most objects have
 * one key only, the values must be scalars: `{ created: {…} }`, `{ deleted: {…} }` are the variants of a union.
 */
function keysVary(properties: ReadonlyMap<string, readonly JsonValue[]>, filled: number, isScalar: boolean): boolean {
  if (filled < 3) return false;
  const counts = [...properties.values()].map((values) => values.length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.every((count) => count <= filled / 2) && (isScalar || total >= filled * 2);
}

/** Whether objects are of one shape: each has at least half of all their keys. */
function shareShape(groups: Iterable<readonly JsonValue[]>): boolean {
  const sizes: number[] = [];
  const seen = new Set<string>();
  for (const value of [...groups].flat()) {
    if (!isJsonObject(value)) continue;
    const keys = Object.keys(value);
    for (const key of keys) seen.add(key);
    sizes.push(keys.length);
  }
  return sizes.every((size) => size * 2 >= seen.size);
}

type Kind = "text" | "number" | "boolean" | "array" | "object";

/** The one kind that all values have, null aside; "none" where all are null. */
function commonKind(groups: Iterable<readonly JsonValue[]>): Kind | "none" | "several" {
  let common: Kind | "none" = "none";
  for (const values of groups) {
    for (const value of values) {
      if (value === null) continue;
      const kind = kindOf(value);
      if (common !== "none" && kind !== common) return "several";
      common = kind;
    }
  }
  return common;
}

function kindOf(value: Exclude<JsonValue, null>): Kind {
  if (typeof value === "string") return "text";
  if (typeof value === "number" || typeof value === "bigint") return "number";
  if (typeof value === "boolean") return "boolean";
  return isJsonArray(value) ? "array" : "object";
}
