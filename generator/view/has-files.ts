/** Whether a body has files. */
import type { Operation } from "../model/model.js";

/** True where a field of the operation's multipart body is a file, or a list of files. */
export function hasFiles({ requestBody }: Operation): boolean {
  if (requestBody?.encoding.kind !== "multipart") return false;
  return requestBody.encoding.fields.some(({ part }) => (part.kind === "list" ? part.item : part).kind === "file");
}
