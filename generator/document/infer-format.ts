/** The format of a text, as JSON Schema 2020-12 names it (Validation, section 7.3), judged by what it says alone. */
import { isIPv4, isIPv6 } from "node:net";

export type StringFormat = "date-time" | "date" | "time" | "duration" | "uuid" | "email" | "uri" | "ipv4" | "ipv6";

/** Longer texts are prose or payloads; no format is that long. */
const maxLength = 2048;

const dateTime = /^(\d{4}-\d{2}-\d{2})T(.+)$/i;
const date = /^(\d{4})-(\d{2})-(\d{2})$/;
const time = /^(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:Z|([+-])(\d{2}):(\d{2}))$/i;
// RFC 3339, appendix A: units in order, without gaps, and weeks alone.
const duration =
  /^P(?:\d+W|(?=.)(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)?(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?)$/;
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
// Narrower than RFC 5321: a dotted domain, and no braces, which are somebody's placeholder.
const email =
  /^[\w!#$%&'*+/=?^`|~-]+(?:\.[\w!#$%&'*+/=?^`|~-]+)*@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/i;
// RFC 3986 with an authority: `urn:x` and `note: this` look alike, so a scheme alone does not make a uri.
const uri =
  /^[a-z][a-z\d+.-]*:\/\/(?:[\w.~:@!$&'()*+,;=/?-]|%[\da-f]{2}|\[[\da-f:.]+\])+(?:#(?:[\w.~:@!$&'()*+,;=/?-]|%[\da-f]{2})*)?$/i;

/**
 * The one format that a text has, or null. Where in doubt it has none: numbers and booleans in quotes, dates without
 * an offset, and templates are plain text.
 */
export function formatOf(text: string): StringFormat | null {
  if (text.length < 2 || text.length > maxLength) return null;
  if (isDate(text)) return "date";
  if (isDateTime(text)) return "date-time";
  if (timeInDay(text) !== null) return "time";
  if (uuid.test(text)) return "uuid";
  if (uri.test(text)) return "uri";
  if (email.test(text)) return "email";
  if (isIPv4(text)) return "ipv4";
  // A zone (`fe80::1%eth0`) is no part of an address (RFC 4291, section 2.2).
  if (isIPv6(text) && !text.includes("%")) return "ipv6";
  return duration.test(text) ? "duration" : null;
}

/** RFC 3339, `full-date`: the day is one that the month has. */
function isDate(text: string): boolean {
  const [, year, month, day] = (date.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** RFC 3339, `date-time`, with the T and the offset. */
function isDateTime(text: string): boolean {
  const [, day, rest] = dateTime.exec(text) ?? [];
  return day !== undefined && rest !== undefined && isDate(day) && timeInDay(rest) !== null;
}

/** RFC 3339, `full-time`: the minute of the day in UTC, or null where the text is none. */
function timeInDay(text: string): number | null {
  const match = time.exec(text);
  if (match === null) return null;
  const [hour = 0, minute = 0, second = 0] = match.slice(1, 4).map(Number);
  const [offsetHour, offsetMinute] = [Number(match[5] ?? 0), Number(match[6] ?? 0)];
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) return null;
  const ahead = (offsetHour * 60 + offsetMinute) * (match[4] === "-" ? -1 : 1);
  const utc = (hour * 60 + minute - ahead + 2 * 1440) % 1440;
  // Section 5.7: a leap second is the last of a day in UTC.
  return second < 60 || utc === 1439 ? utc : null;
}
