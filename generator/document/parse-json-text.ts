/** JSON text that must be JSON: with every digit of integers, which `JSON.parse` rounds. */
import { collectDiagnostics } from "../diagnostics.js";
import type { JsonValue } from "./json.js";
import { parseJson } from "./parse-json.js";
import { parseYaml } from "./parse-yaml.js";

/**
 * Parses JSON text. Of a key that stands twice in an object, the last counts, as everywhere.
 * @throws SyntaxError for text that is no JSON
 */
export function parseJsonText(text: string): JsonValue {
  const exact = parseJson(text);
  if (exact !== null) return exact.value;
  // JSON.parse is typed `any`; what it returns is a JsonValue by definition.
  const value = JSON.parse(text) as JsonValue;
  const positioned = parseYaml("", text, collectDiagnostics());
  return positioned === null ? value : positioned.value;
}
