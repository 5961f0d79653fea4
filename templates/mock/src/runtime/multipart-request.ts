/** Bodies in parts that are no `multipart/form-data`. */
import type { DecodeResult } from "./form-reader.js";

/** The parts as FormData, where they have names as those of a form have them. Rejects where they have not. */
export function partsAsForm(request: Request): Promise<FormData> {
  const type = (request.headers.get("content-type") ?? "").replace(/^multipart\/[^;]*/i, "multipart/form-data");
  return new Response(request.body, { headers: { "content-type": type } }).formData();
}

/** The body as it came, and its media type, which has the boundary. */
export async function readMultipartContent(request: Request): Promise<DecodeResult<unknown>> {
  return { ok: true, value: { data: await request.blob(), type: request.headers.get("content-type") ?? "" } };
}
