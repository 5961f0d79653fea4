/** Schemas that leave everything open, which examples may fill in. */
import { isJsonArray, isJsonObject, type JsonValue } from "./json.js";
import type { Schema } from "./normal-document.js";
import { referencedName } from "./referenced-name.js";
import { isNote } from "./schema-notes.js";

/**
 * True for `{}`, and for `type: object` or `array`, also nullable, with nothing that says what is inside: `items: {}` and
 * `properties: {}` say as much as if they were not there.
 */
export function saysNothing(schema: Schema): boolean {
  return saysTypeAlone(schema) && (schema["type"] === undefined || containerOf(schema) !== null);
}

/** Where a type is all that is said: `object` or `array`, whether or not null is another; else null. */
export function containerOf({ type }: Schema): "object" | "array" | null {
  const types = (isJsonArray(type) ? type : [type]).filter((each) => each !== "null");
  const [only] = types;
  return types.length === 1 && (only === "object" || only === "array") ? only : null;
}

function saysTypeAlone(schema: Schema): boolean {
  return Object.entries(schema).every(([key, value]) => {
    if (key === "items") return isJsonObject(value) && value["type"] === undefined && saysNothing(value);
    if (key === "properties") return isJsonObject(value) && Object.keys(value).length === 0;
    return key === "type" || isNote(key);
  });
}

/** The schema that a chain of references ends in; itself where it is none. */
export function targetOf(schema: Schema, component: (name: string) => Schema | undefined): Schema {
  let target = schema;
  // Chains end, or lead in circles.
  for (let steps = 0; steps < 20; steps++) {
    const name = referencedName(target);
    const next: JsonValue | undefined = name === null ? undefined : component(name);
    if (next === undefined) return target;
    target = next;
  }
  return target;
}
