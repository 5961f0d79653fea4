/** Dates as text. */

/** The shortest text of a moment (RFC 3339), in UTC; null of an invalid date. */
export function dateText(date: Date): string | null {
  return Number.isNaN(date.getTime()) ? null : date.toJSON().replace(".000Z", "Z");
}
