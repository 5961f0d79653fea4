/** The timed loop. Each contender gets a copy of this module, so that what V8 learns of one is not used for another. */

/** `--unread`: the texts' lengths alone are looked at. */
const isRead = !process.argv.includes("--unread");

/**
 * Writes every body `times` times.
 * @returns a sum over the texts, so that none is optimised away. It reads a character of each: V8 puts a text together
 *   from its pieces when it is read, and what is sent is read.
 */
export function loop(encode: (body: unknown) => string, bodies: readonly unknown[], times: number): number {
  let sum = 0;
  for (let turn = 0; turn < times; turn++) {
    for (const body of bodies) {
      const text = encode(body);
      sum += text.length + (isRead ? text.charCodeAt(text.length >> 1) : 0);
    }
  }
  return sum;
}
