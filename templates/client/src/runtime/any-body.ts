/** What a request is made of that the document does not have. */
import type { AnyRequest, EncodedCall } from "./client.js";
import type { BodyValue } from "./draft.js";

/** The query as a form writes it; text, bytes, forms and streams as they are, anything else as JSON. */
export function anyBody({ query = {}, body }: AnyRequest): EncodedCall {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const item of [value].flat()) if (item !== undefined) search.append(name, String(item));
  const isJson = typeof body === "object" && (body === null || [Object, Array].includes(body.constructor as never));
  return {
    query: String(search),
    // What is not JSON, `fetch` takes.
    body: isJson ? JSON.stringify(body) : (body as BodyValue | undefined),
    contentType: isJson ? "application/json" : undefined,
  };
}
