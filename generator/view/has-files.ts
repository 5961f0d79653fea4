/** Whether a body has files. */
import type { Operation } from "../model/model.js";
import { requestBodies } from "./request-bodies.js";

/** True where a field of a multipart body of the operation is a file, or a list of files. */
export function hasFiles(operation: Operation): boolean {
  return requestBodies(operation).some(({ encoding }) => {
    if (encoding.kind !== "multipart") return false;
    return encoding.fields.some(({ part }) => (part.kind === "list" ? part.item : part).kind === "file");
  });
}
