/** Objects where the document has no example. */
import { isJsonObject, type JsonValue, jsonObject } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { isValid, ofItself, type Synthesis, textsOf, type Trail } from "./synthesis.js";
import { textFromPattern } from "./text-from-pattern.js";
import { textMatcher } from "./text-pattern.js";

/** Of a map no more members are made, whatever it asks for. */
const mostMembers = 100;

/** All properties that are described, and those that are required. */
export function makeObject(schema: Schema, about: Synthesis, trail: Trail): JsonValue | undefined {
  const properties = propertiesOf(schema, about, trail);
  const required = new Set([...trail.required, ...textsOf(schema["required"])]);
  const avoided = new Set([...trail.avoided, ...textsOf(isJsonObject(schema["not"]) ? schema["not"]["required"] : [])]);
  const most = typeof schema["maxProperties"] === "number" ? schema["maxProperties"] : Number.POSITIVE_INFINITY;
  const inner = { ...trail, depth: trail.depth + 1, ...ofItself };
  const entries: (readonly [string, JsonValue])[] = [];
  const isNameAllowed = (name: string) =>
    !trail.checks || !isJsonObject(schema["propertyNames"]) || isValid(name, schema["propertyNames"], about.table);
  let room = most - Object.keys(properties).filter((name) => required.has(name)).length;
  for (const [name, property] of Object.entries(properties)) {
    const isRequired = required.has(name);
    const isWanted = isRequired || (trail.depth < trail.optionalDepth && !avoided.has(name) && room > 0);
    if (!isJsonObject(property) || !isWanted) continue;
    const value = trail.make(property, { ...about, name, description: null }, inner);
    const isPossible = value !== undefined && isNameAllowed(name);
    // Required ones are there, whatever rule they break: the rest of the object need not break any.
    if (isPossible && (isRequired || !trail.checks || isValid(value, property, about.table))) {
      entries.push([name, value]);
      if (!isRequired) room--;
    } else if (isRequired) return undefined;
  }
  const missing = textsOf(schema["required"]).some((name) => !entries.some(([made]) => made === name));
  if (missing && !trail.isPart) trail.doubt.any = true;
  return jsonObject([...entries, ...moreMembers(schema, entries, about, inner)]);
}

/** The properties that a schema describes, and those that it requires without describing them. */
function propertiesOf(schema: Schema, about: Synthesis, trail: Trail): Schema {
  const described = isJsonObject(schema["properties"]) ? schema["properties"] : {};
  const additional = schema["additionalProperties"];
  const isOpen = additional === true || isJsonObject(additional) || Object.keys(described).length === 0;
  const isExcess = !isOpen && about.excess === true && !trail.isPart && schema["unevaluatedProperties"] !== false;
  if (additional === false || !(isOpen || isExcess)) return described;
  const others = textsOf(schema["required"]).filter((name) => !Object.hasOwn(described, name));
  return jsonObject<JsonValue>([
    ...Object.entries(described),
    ...others.map((name) => [name, schemaOfOther(schema, name)] as const),
  ]);
}

/** What a schema says of a member that it does not name. */
function schemaOfOther(schema: Schema, name: string): Schema {
  const { patternProperties, additionalProperties } = schema;
  const [matching] = Object.entries(isJsonObject(patternProperties) ? patternProperties : {}).filter(
    ([pattern]) => textMatcher(pattern)?.(name) === true,
  );
  const found = matching?.[1] ?? additionalProperties;
  return isJsonObject(found) ? found : {};
}

/** Members that are not named, where there must be more than those that are. */
function moreMembers(
  schema: Schema,
  entries: readonly (readonly [string, JsonValue])[],
  about: Synthesis,
  inner: Trail,
): readonly (readonly [string, JsonValue])[] {
  const least = typeof schema["minProperties"] === "number" ? Math.min(schema["minProperties"], mostMembers) : 0;
  const names = new Set(entries.map(([name]) => name));
  const more: (readonly [string, JsonValue])[] = [];
  for (let step = 0; names.size < least && step < least * 2; step++) {
    const name = otherName(schema, about, { ...inner, step });
    if (name === undefined || names.has(name)) continue;
    const value = inner.make(schemaOfOther(schema, name), { ...about, name, description: null }, { ...inner, step });
    if (value === undefined) break;
    names.add(name);
    more.push([name, value]);
  }
  return more;
}

/** A name of a member of a map; undefined where none is allowed. */
function otherName(schema: Schema, about: Synthesis, trail: Trail): string | undefined {
  const { patternProperties, additionalProperties, propertyNames } = schema;
  const [pattern] = Object.keys(isJsonObject(patternProperties) ? patternProperties : {});
  const isPatterned = pattern !== undefined && additionalProperties === false;
  if (isJsonObject(propertyNames)) {
    const asked = { type: "string", ...propertyNames };
    const all = isPatterned ? { allOf: [asked, { pattern }] } : asked;
    const name = trail.make(all, { ...about, name: "key", description: null }, trail);
    return typeof name === "string" ? name : undefined;
  }
  if (isPatterned) return textFromPattern(pattern, () => true, trail.step);
  return additionalProperties === false ? undefined : trail.step === 0 ? "key" : `key${trail.step + 1}`;
}
