/** Specification extensions: keys that begin with `x-`. https://spec.openapis.org/oas/v3.1.1.html#specification-extensions */
import { type JsonObject, jsonObject } from "./json.js";

/** The extensions of an object, as the document has them, without those that are ours. */
export function extensionsOf(value: JsonObject): JsonObject {
  return jsonObject(Object.entries(value).filter(([key]) => key.startsWith("x-") && !key.startsWith("x-exemplar-")));
}
