/** Texts that look like what their format, their pattern and their bounds ask for. */
import type { JsonSchemaObject } from "./json-schema.js";
import { patternText } from "./pattern-text.js";
import type { Random } from "./random.js";

const words = [
  "amber",
  "birch",
  "cedar",
  "delta",
  "ember",
  "fjord",
  "grove",
  "harbor",
  "indigo",
  "juniper",
  "lagoon",
  "meadow",
  "nectar",
  "orchid",
  "pebble",
  "quartz",
] as const;

/** A text for a schema; whoever asks checks it. */
export function synthesiseText(
  { format, pattern, minLength = 0, maxLength }: JsonSchemaObject,
  random: Random,
): string {
  const made =
    (pattern === undefined ? null : patternText(pattern, random)) ??
    (format === undefined ? null : ofFormat(format, random)) ??
    random.pick(words);
  if (pattern !== undefined || ofFormat(format ?? "", random) !== null) return made;
  let text = made;
  while (text.length < minLength) text += ` ${random.pick(words)}`;
  const most = maxLength ?? Math.max(minLength, text.length);
  return text.slice(0, most).replace(/ $/, "x");
}

function ofFormat(format: string, random: Random): string | null {
  const { integer, pick } = random;
  const two = (least: number, most: number) => String(integer(least, most)).padStart(2, "0");
  const hex = (length: number) => Array.from({ length }, () => integer(0, 15).toString(16)).join("");
  const date = () => `20${two(10, 29)}-${two(1, 12)}-${two(1, 28)}`;
  const time = () => `${two(0, 23)}:${two(0, 59)}:${two(0, 59)}Z`;
  switch (format) {
    case "date-time":
      return `${date()}T${time()}`;
    case "date":
      return date();
    case "time":
      return time();
    case "duration":
      return `PT${integer(1, 59)}M`;
    case "email":
    case "idn-email":
      return `${pick(words)}.${pick(words)}@example.com`;
    case "hostname":
      return `${pick(words)}.example.com`;
    case "ipv4":
      return `192.0.2.${integer(1, 254)}`;
    case "ipv6":
      return `2001:db8::${integer(1, 65535).toString(16)}`;
    case "uri":
    case "url":
    case "iri":
    case "uri-reference":
    case "iri-reference":
      return `https://example.com/${pick(words)}/${integer(1, 999)}`;
    case "uuid":
      return `${hex(8)}-${hex(4)}-4${hex(3)}-${pick(["8", "9", "a", "b"])}${hex(3)}-${hex(12)}`;
    case "byte":
      return btoa(pick(words));
    case "json-pointer":
      return `/${pick(words)}`;
    default:
      return null;
  }
}
