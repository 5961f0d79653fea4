/** Numbers and texts where the document has no example. */
import type { Schema } from "../document/normal-document.js";

/** A number within the bounds, close to zero. */
export function numberFor(schema: Schema): number | bigint {
  // Beyond what numbers hold, a bound is one only where it leaves nothing closer to zero.
  const { minimum: low, maximum: high } = schema;
  if (typeof low === "bigint" && low > 0n) return low;
  if (typeof high === "bigint" && high < 0n) return high;
  const bound = (key: string) => (typeof schema[key] === "number" ? schema[key] : undefined);
  const lowest = bound("minimum") ?? (bound("exclusiveMinimum") ?? 0) + 1;
  const highest = bound("maximum") ?? Number.POSITIVE_INFINITY;
  const step = bound("multipleOf") ?? 1;
  return Math.min(Math.ceil(lowest / step) * step, highest);
}

const formats: Readonly<Record<string, string>> = {
  "date-time": "2024-01-02T03:04:05Z",
  date: "2024-01-02",
  time: "03:04:05Z",
  duration: "P1D",
  email: "ada@example.com",
  "idn-email": "ada@example.com",
  hostname: "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  uri: "https://example.com/",
  "uri-reference": "/example",
  iri: "https://example.com/",
  uuid: "123e4567-e89b-42d3-a456-426614174000",
  byte: "ZXhlbXBsYXI=",
};

/** What a field's name promises, most telling first. Each is tried on the name's words joined by `_`. */
const names: readonly (readonly [RegExp, string])[] = [
  [/e?mail(_address)?$/, "ada@example.com"],
  [/first_?name$|given_?name$/, "Ada"],
  [/last_?name$|surname$|family_?name$/, "Lovelace"],
  [/^(user|display|full)_?name$/, "Ada Lovelace"],
  [/passw(or)?d$/, "correct horse battery staple"],
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

/** A text of the format, or what the description or the field's name promise. */
export function textFor(schema: Schema, about: { readonly name: string; readonly description: string | null }): string {
  const format = schema["format"];
  const byFormat = typeof format === "string" && Object.hasOwn(formats, format) ? formats[format] : undefined;
  const words = about.name
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z\d]+/g, "_")
    .toLowerCase();
  const byName = names.find(([pattern]) => pattern.test(words))?.[1];
  return fit(
    byFormat ?? documentedValue(about.description) ?? byName ?? (about.name === "" ? "text" : about.name),
    schema,
  );
}

/** The first value that a description documents: `0 means A, 1 means B` gives `0`, `max of 100` gives `100`. */
function documentedValue(description: string | null): string | undefined {
  return description?.match(/\b(\d+) means\b/)?.[1] ?? description?.match(/\bmax(?:imum)? of (\d+)\b/)?.[1];
}

/** Cut or padded to the length that the schema asks for. */
function fit(text: string, schema: Schema): string {
  const least = typeof schema["minLength"] === "number" ? Math.min(schema["minLength"], 10_000) : 0;
  const most = typeof schema["maxLength"] === "number" ? schema["maxLength"] : Number.POSITIVE_INFINITY;
  return text.padEnd(least, "x").slice(0, Math.max(most, 0));
}
