/** Texts of a format, made longer so that they stay such. */

type Lengthen = (text: string, missing: number, room: number) => string;

const atEnd: Lengthen = (text, missing) => text + "x".repeat(missing);
/** Three digits of a second, where they have room. */
const inSeconds: Lengthen = (text, missing, room) => {
  const least = Math.max(missing - 1, 1);
  return text.replace(/Z$/, `.${"0".repeat(room >= 4 ? Math.max(least, 3) : least)}Z`);
};
/** A longer name does not stand before the `@` (RFC 5321, section 4.5.3.1.1). */
const longestName = 64;
const inAddress: Lengthen = (text, missing) => {
  const inName = Math.min(missing, longestName - text.indexOf("@"));
  return text.replace("@", `${"x".repeat(inName)}@${missing > inName ? labels(missing - inName) : ""}`);
};

const byFormat: Readonly<Record<string, Lengthen>> = {
  "date-time": inSeconds,
  "iso-date-time": inSeconds,
  time: inSeconds,
  "iso-time": inSeconds,
  duration: (text, missing) => text.replace(/\d/, (digit) => digit.padStart(missing + 1, "0")),
  email: inAddress,
  "idn-email": inAddress,
  hostname: (text, missing) => labels(missing) + text,
  "idn-hostname": (text, missing) => labels(missing) + text,
  uri: atEnd,
  url: atEnd,
  "uri-reference": atEnd,
  iri: atEnd,
  "iri-reference": atEnd,
  "uri-template": atEnd,
  "json-pointer": atEnd,
  "json-pointer-uri-fragment": atEnd,
  "relative-json-pointer": atEnd,
  regex: (text, missing) => text.replace(/\$?$/, (end) => "x".repeat(missing) + end),
  byte: (text, missing) => "YWFh".repeat(Math.ceil(missing / 4)) + text,
};

/**
 * @param least how many characters the text shall have; it may have more
 * @param most how many it should not exceed
 * @returns the text itself where it has them, and where its format knows no longer ones
 */
export function lengthenedText(text: string, format: string, least: number, most: number): string {
  const missing = least - text.length;
  const lengthen = Object.hasOwn(byFormat, format) ? byFormat[format] : undefined;
  return missing <= 0 || lengthen === undefined ? text : lengthen(text, missing, most - text.length);
}

/** No label is longer (RFC 1035, section 2.3.4). */
const longestLabel = 63;

/** So many characters of a host's name, its dots included; at least two. */
function labels(count: number): string {
  let text = "";
  for (let left = Math.max(count, 2); left > 0;) {
    const most = Math.min(left, longestLabel + 1);
    const taken = left - most === 1 ? most - 1 : most;
    text += `${"x".repeat(taken - 1)}.`;
    left -= taken;
  }
  return text;
}
