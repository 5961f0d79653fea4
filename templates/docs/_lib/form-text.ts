/** A form as it is sent. */

type Value = unknown;

/**
 * The text of a form, a field a line, as it is escaped on the wire.
 * @returns null for a form with fields that are lists or objects: how those are sent, the document says for each
 */
export function formText(value: Value): string | null {
  if (typeof value !== "object" || value === null) return null;
  const pairs = Object.entries(value).filter(([, inner]) => inner !== null);
  if (pairs.some(([, inner]) => typeof inner === "object")) return null;
  return pairs.map(([name, inner]) => new URLSearchParams({ [name]: String(inner) }).toString()).join("\n&");
}
