/** The text of an answer that is read while it arrives. */
import type { Explain } from "./api-promise.js";

/**
 * Decodes an answer's body as UTF-8, without a byte order mark. Nothing is read ahead; whoever leaves early closes the
 * connection.
 * @param explain makes an error of what was thrown
 * @throws ConnectionError, AbortError where the answer breaks off; ResponseError where it was read before
 */
export async function* textChunks(response: Response, explain: Explain): AsyncGenerator<string, void, undefined> {
  if (response.bodyUsed) throw explain(new TypeError("the answer has been read already"), "ResponseError");
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  const decoder = new TextDecoder();
  try {
    for (let done = false; !done;) {
      const chunk = await reader.read();
      done = chunk.done;
      yield decoder.decode(chunk.value, { stream: !done });
    }
  } catch (cause) {
    throw explain(cause, "ConnectionError");
  } finally {
    // Of no effect where the answer is complete; where it broke off, the reason was thrown.
    reader.cancel().catch(() => undefined);
  }
}
