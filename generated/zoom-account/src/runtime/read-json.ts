/** What the body of an answer says, where the document has no other media type than JSON. */

/** In place of `JSON.parse`. */
export type ParseJson = (text: string, response: Response) => unknown;

/**
 * Reads the bytes of an answer.
 * @param parse in place of `JSON.parse`
 * @param accept the media types of the document, as they were asked for
 */
export type ReadBody = (bytes: ArrayBuffer, response: Response, parse?: ParseJson, accept?: string) => unknown;

/**
 * The value; undefined where there is no body.
 * @throws SyntaxError for a success whose body is no JSON; of an error, it is the text: a gateway's page is better than
 *   no answer
 */
export const readJson: ReadBody = (bytes, response, parse) => {
  const text = new TextDecoder().decode(bytes);
  try {
    return text ? (parse ? parse(text, response) : (JSON.parse(text) as unknown)) : undefined;
  } catch (error) {
    if (response.ok) throw error;
    return text;
  }
};
