/** Setting headers. */
import type { Draft } from "./draft.js";

/**
 * Sets headers; those that are undefined are passed over.
 * @throws TypeError for what a header cannot hold; unlike the platform's error it does not quote the value, which may
 * be a credential
 */
export function setHeaders(
  { headers }: Pick<Draft, "headers">,
  added: Readonly<Record<string, string | undefined>> = {},
): void {
  for (const [name, value] of Object.entries(added)) {
    try {
      if (value !== undefined) headers.set(name, value);
    } catch {
      throw new TypeError(`the header "${name}" has a value that cannot be sent`);
    }
  }
}
