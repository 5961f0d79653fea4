/** Names and separators that are known when the code is written: escaped here, so that no run has to. */
import type { Escape, Separator } from "../model/wire.js";

/** A name as it stands on the wire. */
export function escapeName(name: string, escape: Escape): string {
  if (escape === "form") return new URLSearchParams([[name, ""]]).toString().slice(0, -1);
  if (escape === "cookie" || escape === "none") return name;
  return escapeUri(name);
}

/** RFC 3986: only unreserved characters stay. */
export function escapeUri(text: string): string {
  const wellFormed = text.replace(/\p{Surrogate}/gu, "\uFFFD");
  return encodeURIComponent(wellFormed).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** What stands between the items of a list. */
export function escapeSeparator(separator: Separator, escape: Escape): string {
  const isRaw = escape === "cookie" || escape === "none" || separator === ",";
  return isRaw ? separator : escapeUri(separator);
}

export function brackets(escape: Escape): readonly [string, string] {
  return escape === "cookie" || escape === "none" ? ["[", "]"] : ["%5B", "%5D"];
}
