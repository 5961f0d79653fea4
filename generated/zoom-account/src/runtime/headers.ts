/** Setting headers. */

/**
 * Sets a header.
 * @throws TypeError for what a header cannot hold; unlike the platform's error it does not quote the value, which may
 * be a credential
 */
export function setHeader(headers: Headers, name: string, value: string): void {
  try {
    headers.set(name, value);
  } catch {
    throw new TypeError(`the header "${name}" has a value that cannot be sent`);
  }
}
