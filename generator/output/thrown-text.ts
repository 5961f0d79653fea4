/** What was thrown, in words: code of the user's may throw anything. */
import { types } from "node:util";

/** The message of an error, or the thing itself as text. Throws nothing. */
export function thrownText(thrown: unknown): string {
  if (types.isProxy(thrown)) return "a proxy was thrown";
  try {
    const text: unknown = thrown instanceof Error ? thrown.message : String(thrown);
    return typeof text === "string" && text !== "" ? text : "an error without a message was thrown";
  } catch {
    return "something was thrown that cannot be read";
  }
}
