/** What the body of a stream says that is read as a whole. */
import { type ReadBody, readJson } from "./read-json.js";

/** The text, as UTF-8; of an error, JSON as a value. */
export const readText: ReadBody = (bytes, response, parse) =>
  response.ok ? new TextDecoder().decode(bytes) : readJson(bytes, response, parse);
