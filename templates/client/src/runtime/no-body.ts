/** Successes of which the document describes no body. */
import { type ReadBody, readJson } from "./read-json.js";

/** Undefined, whatever the server sends; of an error, JSON as a value. */
export const noBody: ReadBody = (bytes, response, parse) =>
  response.ok ? undefined : readJson(bytes, response, parse);

/**
 * Undefined under some statuses.
 * @param read reads the other answers
 */
export function noBodyOf(statuses: readonly number[], read: ReadBody = readJson): ReadBody {
  return (bytes, response, parse, accept) =>
    statuses.includes(response.status) ? undefined : read(bytes, response, parse, accept);
}
