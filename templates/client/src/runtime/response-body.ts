/** What the body of an answer says. */

/** In place of `JSON.parse`. */
export type ParseJson = (text: string, response: Response) => unknown;

/**
 * JSON as a value, text as text, anything else as a Blob; undefined where there is no body.
 * @throws SyntaxError for a success whose JSON is none; in an error, it counts as text
 */
export function parseBody(response: Response, bytes: ArrayBuffer, parse?: ParseJson): unknown {
  const type = response.headers.get("content-type") ?? "";
  const isJson = /^[^;]*[/+](x-)?json *(;|$)/i.test(type);
  const isTyped = type !== "" && !isJson;
  if (response.body === null || (bytes.byteLength === 0 && !isTyped)) return undefined;
  if (isTyped && !/^text\/|^[^;]*[/+](xml|(x-)?yaml) *(;|$)/i.test(type)) return new Blob([bytes], { type });
  const text = new TextDecoder().decode(bytes);
  try {
    return isJson ? (parse ? parse(text, response) : (JSON.parse(text) as unknown)) : text;
  } catch (error) {
    // A gateway's error page is better than no answer.
    if (!response.ok) return text;
    throw error;
  }
}
