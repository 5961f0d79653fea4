/** The formats of JSON Schema and of OpenAPI's registry that are checked. Any other says nothing of a value. */

/** What a text of a format is called, and whether a text is one. */
interface TextFormat {
  readonly expected: string;
  readonly isMet: (text: string) => boolean;
}

const texts: ReadonlyMap<string, TextFormat> = new Map(
  Object.entries<TextFormat>({
    "date-time": { expected: "a date and time (RFC 3339)", isMet: isDateTime },
    date: { expected: "a date (RFC 3339)", isMet: isDate },
    time: { expected: "a time with its offset (RFC 3339)", isMet: (text) => isTime(text, true) },
    duration: { expected: "a duration (ISO 8601)", isMet: isDuration },
    email: { expected: "an email address", isMet: (text) => isEmail(text, isHostname) },
    "idn-email": { expected: "an email address", isMet: (text) => isEmail(text, (host) => !/[\s@]/.test(host)) },
    hostname: { expected: "a host name", isMet: isHostname },
    ipv4: { expected: "an IPv4 address", isMet: isIpv4 },
    ipv6: { expected: "an IPv6 address", isMet: isIpv6 },
    uri: { expected: "a URI", isMet: (text) => isAscii(text) && isUri(text) },
    url: { expected: "a URL", isMet: (text) => isUri(text) && URL.canParse(text) },
    "uri-reference": { expected: "a URI or a relative reference", isMet: (text) => isAscii(text) && isReference(text) },
    iri: { expected: "an IRI", isMet: isUri },
    "iri-reference": { expected: "an IRI or a relative reference", isMet: isReference },
    "uri-template": { expected: "a URI template", isMet: isTemplate },
    uuid: {
      expected: "a UUID",
      isMet: (text) => /^(urn:uuid:)?[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i.test(text),
    },
    "json-pointer": { expected: "a JSON pointer", isMet: (text) => /^(\/([^~/]|~[01])*)*$/.test(text) },
    "relative-json-pointer": {
      expected: "a relative JSON pointer",
      isMet: (text) => /^(0|[1-9]\d*)(#|(\/([^~/]|~[01])*)*)$/.test(text),
    },
    regex: { expected: "a regular expression", isMet: isRegex },
    byte: {
      expected: "base64",
      isMet: (text) => /^([\w+/-]{4})*([\w+/-]{2}(==)?|[\w+/-]{3}=?)?$/.test(text.replace(/[\r\n]/g, "")),
    },
  }),
);

const integers: ReadonlyMap<string, readonly [least: bigint, most: bigint]> = new Map([
  ["int8", [-(2n ** 7n), 2n ** 7n - 1n]],
  ["uint8", [0n, 2n ** 8n - 1n]],
  ["int16", [-(2n ** 15n), 2n ** 15n - 1n]],
  ["uint16", [0n, 2n ** 16n - 1n]],
  ["int32", [-(2n ** 31n), 2n ** 31n - 1n]],
  ["uint32", [0n, 2n ** 32n - 1n]],
  ["int64", [-(2n ** 63n), 2n ** 63n - 1n]],
  ["uint64", [0n, 2n ** 64n - 1n]],
]);

/** What a value of the format must be, where this one is not; else null. */
export function formatProblem(format: string, value: unknown): string | null {
  if (typeof value === "string") {
    const known = texts.get(format);
    return known === undefined || known.isMet(value) ? null : known.expected;
  }
  const range = integers.get(format);
  if (range === undefined || (typeof value !== "number" && typeof value !== "bigint")) return null;
  const [least, most] = range;
  const isInteger = typeof value === "bigint" || Number.isInteger(value);
  return isInteger && value >= least && value <= most ? null : `an integer from ${least} to ${most}`;
}

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return Number(month) >= 1 && Number(day) >= 1 && date.getUTCMonth() === Number(month) - 1;
}

function isTime(text: string, hasOffset: boolean): boolean {
  const match = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(z|([+-])(\d\d):(\d\d))?$/i.exec(text);
  if (match === null || (hasOffset && match[4] === undefined)) return false;
  const [hour = 0, minute = 0, second = 0] = match.slice(1, 4).map(Number);
  const [offsetHour, offsetMinute] = [Number(match[6] ?? 0), Number(match[7] ?? 0)];
  if (hour > 23 || minute > 59 || offsetHour > 23 || offsetMinute > 59) return false;
  if (second < 60) return true;
  // A second is added to a day, which ends at 23:59 in UTC.
  const offset = (offsetHour * 60 + offsetMinute) * (match[5] === "-" ? -1 : 1);
  return second === 60 && (hour * 60 + minute - offset + 2880) % 1440 === 1439;
}

function isDateTime(text: string): boolean {
  return /^[Tt\s]$/.test(text.charAt(10)) && isDate(text.slice(0, 10)) && isTime(text.slice(11), true);
}

function isDuration(text: string): boolean {
  if (/^P\d+W$/.test(text)) return true;
  const isMade = /^P(\d+Y)?(\d+M)?(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/.test(text);
  return isMade && !/[PT]$/.test(text);
}

function isEmail(text: string, isHost: (host: string) => boolean): boolean {
  const at = text.lastIndexOf("@");
  const [local, host] = [text.slice(0, at), text.slice(at + 1)];
  const isLocal = /^"[^"\\\r\n]+"$/.test(local) || /^[^\s"(),:;<>@[\\\].]+(\.[^\s"(),:;<>@[\\\].]+)*$/.test(local);
  if (at < 1 || !isLocal) return false;
  const [, literal] = /^\[(?:IPv6:)?(.*)\]$/i.exec(host) ?? [];
  return literal === undefined ? isHost(host) : isIpv4(literal) || isIpv6(literal);
}

function isHostname(text: string): boolean {
  if (text.length > 253) return false;
  return text.split(".").every((label) => /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/i.test(label));
}

function isIpv4(text: string): boolean {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
}

function isIpv6(text: string): boolean {
  const halves = text.split("::");
  if (halves.length > 2) return false;
  const groups = halves.map((half) => (half === "" ? [] : half.split(":")));
  const all = groups.flat();
  const last = all.at(-1) ?? "";
  const isMixed = last.includes(".");
  // The last 32 bits may be written as those of the older protocol, but only at the end.
  if (isMixed && (!isIpv4(last) || text.endsWith(":"))) return false;
  const hex = isMixed ? all.slice(0, -1) : all;
  const count = hex.length + (isMixed ? 2 : 0);
  return hex.every((group) => /^[\da-f]{1,4}$/i.test(group)) && (halves.length === 2 ? count < 8 : count === 8);
}

function isAscii(text: string): boolean {
  return /^[!-~]*$/.test(text);
}

function isUri(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:./i.test(text) && isReference(text);
}

/** No blanks and none of the characters that are always escaped; square brackets only around a host. */
function isReference(text: string): boolean {
  if (/[\s"<>\\^`{|}]|%(?![\da-f]{2})|#.*#/i.test(text)) return false;
  const beyond = text.replace(/^([a-z][a-z\d+.-]*:)?\/\/([^/?#@]*@)?\[[\da-fv.:]+\]/i, "");
  return !/[[\]]/.test(beyond.replace(/[?#].*$/, ""));
}

function isTemplate(text: string): boolean {
  const outside = text.replace(/\{[+#./;?&=,!@|]?[\w.%]+(:\d+|\*)?(,[\w.%]+(:\d+|\*)?)*\}/g, "");
  return !/[\s"'<>\\^`{|}]/.test(outside);
}

function isRegex(text: string): boolean {
  try {
    return new RegExp(text, "u").source !== "";
  } catch {
    return false;
  }
}
