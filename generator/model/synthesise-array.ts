/** Lists where the document has no example. */
import { isJsonObject, type JsonValue, writeJson } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { isValid, listOf, ofItself, type Synthesis, type Trail } from "./synthesis.js";

/** No more items are made, whatever the schema asks for. */
const mostItems = 100;

/** As many items as there must be, at least one where there may be; each another one. */
export function makeArray(schema: Schema, about: Synthesis, trail: Trail): JsonValue | undefined {
  const inner = { ...trail, depth: trail.depth + 1, ...ofItself };
  const tuple = listOf(schema["prefixItems"]).filter(isJsonObject);
  const places = tuple.map((item) => trail.make(item, about, inner)).filter((value) => value !== undefined);
  if (places.length < tuple.length) return undefined;
  const bound = (key: string) => (typeof schema[key] === "number" ? schema[key] : null);
  const found = containedItems(schema, about, inner);
  const least = bound("minItems") ?? (tuple.length > 0 || found.length > 0 ? 0 : 1);
  const most = Math.min(bound("maxItems") ?? mostItems, mostItems);
  const wanted = Math.max(0, Math.min(Math.max(least, bound("minItems") === 0 && tuple.length === 0 ? 1 : 0), most));
  const items = [...places, ...found];
  const schemaOfItem = schema["items"];
  for (let step = 0; items.length < wanted && step < mostItems * 2; step++) {
    const isRest = isJsonObject(schemaOfItem);
    if (!isRest && (bound("minItems") ?? 0) <= items.length) break;
    const item = trail.make(isRest ? schemaOfItem : {}, about, { ...inner, step: trail.step + step });
    const isWrong = item === undefined || (trail.checks && isRest && !isValid(item, schemaOfItem, about.table));
    if (isWrong) break;
    // What was tried in place of one may come again.
    if (trail.checks && schema["uniqueItems"] === true && items.some((other) => isSame(other, item))) continue;
    items.push(item);
  }
  if (items.length < (bound("minItems") ?? 0) || items.length > (bound("maxItems") ?? items.length))
    trail.doubt.any = true;
  return items;
}

function isSame(one: JsonValue, other: JsonValue): boolean {
  return writeJson(one) === writeJson(other);
}

/** Items that must be among the others. */
function containedItems(schema: Schema, about: Synthesis, inner: Trail): readonly JsonValue[] {
  const { contains, items, minContains } = schema;
  if (!isJsonObject(contains)) return [];
  const count = Math.min(typeof minContains === "number" ? minContains : 1, mostItems);
  const both = isJsonObject(items) && Object.keys(items).length > 0 ? { allOf: [items, contains] } : contains;
  return Array.from({ length: count }, (_, step) =>
    inner.make(both, about, { ...inner, step: inner.step + step }),
  ).filter((value) => value !== undefined);
}
