/** Moments as text: https://www.rfc-editor.org/rfc/rfc3339#section-5.6. */

const moment = /^(\d{4}-\d\d-(\d\d))[Tt ](\d\d:\d\d)(?::(\d\d)(?:(\.\d{1,3})\d*)?)?(?:[Zz]|([+-]\d\d)(?::?(\d\d))?)$/;

/** What a text must be that says one. */
export const dateWords = "a date and time with an offset (RFC 3339)";

/**
 * The moment that a text says, to the millisecond; undefined where it says none: without an offset, which moment it is
 * would depend on who reads it.
 */
export function dateOf(text: string): Date | undefined {
  const [, day = "", number, time = "", second = "00", fraction = "", hours, minutes = "00"] = moment.exec(text) ?? [];
  // A platform may take the 30th of February for the 2nd of March.
  if (new Date(day).getUTCDate() !== Number(number)) return undefined;
  // A leap second, which no platform reads, is the first one of the next minute.
  const leap = second === "60" ? 1000 : 0;
  const zone = hours ? `${hours}:${minutes}` : "Z";
  const date = new Date(Date.parse(`${day}T${time}:${leap ? "59" : second}${fraction}${zone}`) + leap);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
