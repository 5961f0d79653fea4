/** Examples of forms, as a server sends them. */

/**
 * Writes the examples of a response.
 * @param encode the encoder of the form
 */
export function formExample(encode: (value: never) => string): (contentType: string, value: unknown) => string {
  // An example has the type of the response.
  return (_, value) => encode(value as never);
}
