/** Texts that say a moment: RFC 3339, section 5.6, as `templates/client/src/runtime/date-time.ts` reads them. */

const moment = /^(\d{4}-\d\d-(\d\d))[Tt ](\d\d:\d\d)(?::(\d\d)(?:(\.\d{1,3})\d*)?)?(?:[Zz]|([+-]\d\d)(?::?(\d\d))?)$/;

/** The moment that a text says, to the millisecond; null where it says none, as a text without an offset does. */
export function dateOf(text: string): Date | null {
  const [, day = "", number, time = "", second = "00", fraction = "", hours, minutes = "00"] = moment.exec(text) ?? [];
  // Some platforms take the 30th of February for the 2nd of March.
  if (new Date(day).getUTCDate() !== Number(number)) return null;
  // A leap second, which no platform reads, is the first one of the next minute.
  const leap = second === "60" ? 1000 : 0;
  const zone = hours === undefined ? "Z" : `${hours}:${minutes}`;
  const date = new Date(Date.parse(`${day}T${time}:${leap > 0 ? "59" : second}${fraction}${zone}`) + leap);
  return Number.isNaN(date.getTime()) ? null : date;
}
