/** What a schema, and those that it is composed of, say of one of its properties. */
import { isJsonArray, isJsonObject, type JsonValue, member } from "./json.js";
import type { Schema } from "./normal-document.js";
import { referencedName } from "./referenced-name.js";

const maximumDepth = 20;

/** All schemas of the property; empty where none says anything. */
export function declarations(
  schema: JsonValue,
  property: string,
  byName: ReadonlyMap<string, Schema>,
): readonly JsonValue[] {
  return partsOf(schema, byName).flatMap((part) => member(member(part, "properties"), property) ?? []);
}

/** Whether its objects cannot have a property that nobody declares, or none that is text. */
export function isClosed(schema: JsonValue, byName: ReadonlyMap<string, Schema>): boolean {
  const others = ["additionalProperties", "unevaluatedProperties"];
  return partsOf(schema, byName).some((part) => others.some((key) => !takesText(member(part, key))));
}

function takesText(others: JsonValue | undefined): boolean {
  if (others === false || (isJsonObject(others) && isJsonObject(others["not"]))) return false;
  const types = [member(others, "type") ?? []].flat();
  return types.length === 0 || types.includes("string");
}

/** `readOnly` or `writeOnly`, where all that describes the property says so; what is added to it must not say less. */
export function directionOf(declared: readonly JsonValue[], byName: ReadonlyMap<string, Schema>): Schema {
  const says = (schema: JsonValue, key: string) => partsOf(schema, byName).some((part) => member(part, key) === true);
  const key = ["readOnly", "writeOnly"].find((name) => declared.every((each) => says(each, name)));
  return key === undefined || declared.length === 0 ? {} : { [key]: true };
}

/** The schema, what it refers to, and what it is composed of. */
function partsOf(schema: JsonValue, byName: ReadonlyMap<string, Schema>, depth = 0): readonly JsonValue[] {
  const name = referencedName(schema);
  const target = name === null ? undefined : byName.get(name);
  const parts = member(schema, "allOf");
  const inner = [...(target === undefined ? [] : [target]), ...(isJsonArray(parts) ? parts : [])];
  return [schema, ...(depth < maximumDepth ? inner : []).flatMap((part) => partsOf(part, byName, depth + 1))];
}
