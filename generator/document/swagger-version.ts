/** Telling Swagger 2.0 from what came after it. https://spec.openapis.org/oas/v2.0.html#swagger-object */
import { type JsonValue, member } from "./json.js";

/** True for the root of a Swagger 2.0 document. Unquoted in YAML, its version is the number 2. */
export function isSwagger(root: JsonValue): boolean {
  const version = member(root, "swagger");
  const isText = typeof version === "string" || typeof version === "number";
  return isText && /^2(\.0)*$/.test(String(version)) && (member(root, "openapi") ?? null) === null;
}
