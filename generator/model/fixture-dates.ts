/** The dates in the fixtures of a response. */
import { isJsonArray, type JsonValue } from "../document/json.js";
import { dateOf } from "../document/date-time.js";
import type { Schema } from "../document/normal-document.js";
import { datePlaces } from "./date-places.js";
import type { ResponseContent } from "./model.js";
import type { SchemaTable } from "./schema-shape.js";

/** The schema of a fixture's value: of a stream, that of one value, or of a list of them. */
export function fixtureSchema({ kind, schema }: Pick<ResponseContent, "kind" | "schema">, value: JsonValue): Schema {
  const isStream = kind === "lines" || kind === "sequence" || kind === "events";
  return isStream && isJsonArray(value) ? { type: "array", items: schema } : schema;
}

/**
 * The texts of dates that say more than their moment: other than the shortest one in UTC, which is what a `Date` is
 * written as. By their places, which are pointers; several where fixtures differ.
 */
export function dateTexts(content: ResponseContent, table: SchemaTable): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, readonly string[]>();
  for (const { value } of content.fixtures) {
    for (const [pointer, text] of datePlaces(value, fixtureSchema(content, value), table)) {
      const known = texts.get(pointer) ?? [];
      if (text !== dateOf(text)?.toJSON().replace(".000Z", "Z") && !known.includes(text))
        texts.set(pointer, [...known, text]);
    }
  }
  return texts;
}
