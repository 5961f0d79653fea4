/** Texts where the document has no example. */
import type { Schema } from "../document/normal-document.js";
import { lengthenedText } from "./lengthened-text.js";
import { textFromPattern } from "./text-from-pattern.js";
import { textMatcher } from "./text-pattern.js";

/** By format, a usual text first, then the shortest; https://spec.openapis.org/registry/format/ */
const formats: Readonly<Record<string, readonly string[]>> = {
  "date-time": ["2024-01-02T03:04:05Z"],
  "iso-date-time": ["2024-01-02T03:04:05Z"],
  date: ["2024-01-02"],
  time: ["03:04:05Z"],
  "iso-time": ["03:04:05Z"],
  duration: ["P1D"],
  email: ["ada@example.com", "a@b.co"],
  "idn-email": ["ada@example.com", "a@b.co"],
  hostname: ["example.com", "a.co", "a"],
  "idn-hostname": ["example.com", "a.co", "a"],
  ipv4: ["192.0.2.1", "1.1.1.1", "198.51.100.100"],
  ipv6: ["2001:db8::1", "::1", "2001:0db8:0000:0000:0000:0000:0000:0001"],
  uri: ["https://example.com/", "http://a.co", "a:b"],
  url: ["https://example.com/", "http://a.co"],
  "uri-reference": ["/example", "/"],
  "uri-template": ["/example/{id}", "/"],
  iri: ["https://example.com/", "http://a.co"],
  "iri-reference": ["/example", "/"],
  "json-pointer": ["/example", ""],
  "json-pointer-uri-fragment": ["#/example", "#"],
  "relative-json-pointer": ["0/example", "0"],
  regex: ["^example$", "a"],
  uuid: ["123e4567-e89b-42d3-a456-426614174000"],
  byte: ["ZXhlbXBsYXI=", "YWE="],
};

/** Formats whose texts stay such when something is put behind them. */
const extensible: ReadonlySet<string> = new Set([
  "uri",
  "url",
  "uri-reference",
  "iri",
  "iri-reference",
  "uri-template",
]);

/** What a field's name promises, most telling first. Each is tried on the name's words joined by `_`. */
const names: readonly (readonly [RegExp, string])[] = [
  [/e?mail(_address)?$/, "ada@example.com"],
  [/first_?name$|given_?name$/, "Ada"],
  [/last_?name$|surname$|family_?name$/, "Lovelace"],
  [/^(user|display|full)_?name$/, "Ada Lovelace"],
  [/passw(or)?d$|passphrase$|(^|_)(pw|pwd)$/, "correct horse battery staple"],
  [/(^|_)ip_?v?6(_?addr(ess)?)?$/, "2001:db8::1"],
  [/(^|_)ip(_?v?4)?(_?addr(ess)?)?$/, "192.0.2.1"],
  [/(phone|mobile|fax)(_?(number|no))?$/, "+1 555 0100"],
  [/(^|_)(zip|zip_?code|postal_?code|postcode)$/, "12345"],
  [/(^|_)country(_?code)?$/, "US"],
  [/(^|_)(state|province|region)$/, "CA"],
  [/(^|_)(city|town)$/, "San Jose"],
  [/(^|_)(address|street)(_?(line)?_?1)?$/, "1 Example Street"],
  [/(^|_)(apt|apartment|suite)$/, "Apt 2"],
  [/(^|_)currency(_?code)?$/, "USD"],
  [/(^|_)(lang|language|locale)(_?code)?$/, "en"],
  [/(^|_)time_?zone$/, "UTC"],
  [/(^|_)(url|uri|link|website)$/, "https://example.com/"],
  [/(^|_)domains?$/, "example.com"],
  [/(^|_)date$/, "2024-01-02"],
  [/_at$|(^|_)(time|timestamp|datetime)$/, "2024-01-02T03:04:05Z"],
  [/^(enable|disable|is|has|allow)_/, "true"],
  [/(^|_)(count|number|size|limit|capacity|amount|quantity)$/, "1"],
];

/**
 * A text of the format, or what the description or the field's name promise; what the schema asks for decides which.
 * @param step another number gives another text, where the schema allows several
 */
export function textFor(
  schema: Schema,
  about: { readonly name: string; readonly description: string | null },
  step = 0,
): string {
  const { pattern } = schema;
  const usual = ofFormat(schema);
  const words = about.name
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z\d]+/g, "_")
    .toLowerCase();
  const byName = names.find(([pattern]) => pattern.test(words))?.[1];
  const plain = documentedValue(about.description) ?? byName ?? (about.name === "" ? "text" : about.name);
  const candidates = usual.length > 0 ? usual : [plain, about.name].filter((text) => text !== "");
  const matches = typeof pattern === "string" ? textMatcher(pattern) : null;
  const isPlain = usual.length === 0;
  const texts = candidates.map((text) => another(fit(text, schema, isPlain), schema, step));
  const fitting = texts.find((text) => hasLength(text, schema) && matches?.(text) !== false);
  if (fitting !== undefined) return fitting;
  const made =
    typeof pattern === "string" ? textFromPattern(pattern, (text) => hasLength(text, schema), step) : undefined;
  return made ?? fit(candidates[0] ?? plain, schema, true);
}

/** Another text of the same kind: the last digits count on, or a number is put behind, in place of letters if need be. */
function another(text: string, { format, maxLength }: Schema, step: number): string {
  if (step === 0) return text;
  const suffix = String(step + 1);
  if (format === "email" || format === "idn-email") return text.replace("@", `${suffix}@`);
  if (format === "hostname" || format === "idn-hostname") return `host${suffix}.${text}`;
  const counted = (digits: string) =>
    String((Number(digits) + step) % 10 ** digits.length).padStart(digits.length, "0");
  if (format === "date-time" || format === "iso-date-time")
    return text.replace(/:(\d\d)(?=(\.\d+)?Z$)/, (_, digits: string) => `:${counted(digits)}`);
  if (/\d$/.test(text)) return text.replace(/\d{1,6}$/, counted);
  if (typeof format === "string" && Object.hasOwn(formats, format) && !extensible.has(format)) return text;
  const room = typeof maxLength === "number" ? Math.max(0, maxLength - suffix.length) : text.length;
  return `${text.slice(0, room)}${suffix}`;
}

/** The first value that a description documents: `0 means A, 1 means B` gives `0`, `max of 100` gives `100`. */
function documentedValue(description: string | null): string | undefined {
  return description?.match(/\b(\d+) means\b/)?.[1] ?? description?.match(/\bmax(?:imum)? of (\d+)\b/)?.[1];
}

/** Cut or padded to the length that the schema asks for, where that does no harm. */
function fit(text: string, schema: Schema, isPlain: boolean): string {
  const { format, minLength, maxLength } = schema;
  const least = typeof minLength === "number" ? Math.min(minLength, 10_000) : 0;
  const most = typeof maxLength === "number" ? Math.max(maxLength, 0) : Number.POSITIVE_INFINITY;
  if (isPlain) return text.padEnd(least, "x").slice(0, most);
  return typeof format === "string" ? lengthenedText(text, format, least, most) : text;
}

/** The usual texts of the format that a schema has, of the length that it asks for. */
export function usualTexts(schema: Schema, step: number): readonly string[] {
  return ofFormat(schema).map((text) => another(fit(text, schema, false), schema, step));
}

function ofFormat({ format }: Schema): readonly string[] {
  return typeof format === "string" && Object.hasOwn(formats, format) ? (formats[format] ?? []) : [];
}

/** In characters, not in units of UTF-16. https://json-schema.org/draft/2020-12/json-schema-validation#section-6.3.1 */
function hasLength(text: string, { minLength, maxLength }: Schema): boolean {
  const { length } = Array.from(text);
  return (
    (typeof minLength !== "number" || length >= minLength) && (typeof maxLength !== "number" || length <= maxLength)
  );
}

/** Whether a text is what the schema asks for; false where that is not certain. */
export function isText(text: string, schema: Schema, step: number): boolean {
  const { format, pattern } = schema;
  if (!hasLength(text, schema)) return false;
  if (typeof pattern === "string" && textMatcher(pattern)?.(text) === false) return false;
  if (typeof format !== "string" || !Object.hasOwn(formats, format)) return true;
  return step === 0 && formats[format]?.includes(text) === true;
}
