/** The document as the reference page shows it: that which the mock serves, where the mock serves it. */
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, jsonObject, writeJson } from "../document/json.js";

/**
 * The document as JSON text: its servers are the one that the text came from, at every level.
 * @param resolved in which references lead to components alone, so that the page has nothing to fetch
 */
export function servedDocument(resolved: JsonObject): string {
  const members = Object.entries(withoutServers(resolved)).map(([key, value]): readonly [string, JsonValue] => [
    key,
    key === "paths" && isJsonObject(value) ? mapMembers(value, pathWithoutServers) : value,
  ]);
  return writeJson(jsonObject([...members, ["servers", [{ url: "/" }]]]));
}

/** Operations are the members of a path that may have servers of their own. */
function pathWithoutServers(path: JsonValue): JsonValue {
  if (!isJsonObject(path)) return path;
  return mapMembers(withoutServers(path), (operation) =>
    isJsonObject(operation) ? withoutServers(operation) : operation,
  );
}

function withoutServers(object: JsonObject): JsonObject {
  if (!Object.hasOwn(object, "servers")) return object;
  return jsonObject(Object.entries(object).filter(([key]) => key !== "servers"));
}

function mapMembers(object: JsonObject, change: (value: JsonValue) => JsonValue): JsonObject {
  return jsonObject(
    Object.entries(object).map(([key, value]) => [key, isJsonArray(value) ? value : change(value)] as const),
  );
}
