/** What several shapes say of one value. */
import { isJsonArray, isJsonObject, member } from "../document/json.js";
import { isDate } from "../document/dates.js";
import type { Schema } from "../document/normal-document.js";
import { convertedKinds } from "./converted-kinds.js";
import { dereference, type SchemaTable, typesOf } from "./schema-shape.js";
import type { ValueShape } from "./value-shape.js";

/** What all of several shapes say, as those of the parts of an `allOf`. */
export function joinShapes(shapes: readonly (ValueShape | null)[]): ValueShape | null {
  const present = shapes.filter((shape) => shape !== null);
  const [only] = present;
  return present.length > 1 ? { kind: "all", shapes: present } : (only ?? null);
}

/**
 * What shapes say of a value that is as one of several schemas says, nobody knows which: where one of them has a date,
 * another may have any text.
 * @param parts the schemas
 * @param shapes theirs, in the same order
 */
export function uniteShapes(
  parts: readonly Schema[],
  shapes: readonly (ValueShape | null)[],
  table: SchemaTable,
): ValueShape | null {
  const distinct = new Map(shapes.map((shape) => [JSON.stringify(shape), shape]));
  const joined = joinShapes([...distinct.values()]);
  if (joined === null || distinct.size < 2 || !convertedKinds(joined).dates) return joined;
  const kinds = parts.map((part) => kindsOf(part, table, 0));
  const count = (kind: Kind) => kinds.filter((each) => each.has(kind)).length;
  if (count("object") > 1 || count("list") > 1) return joinShapes([...distinct.values(), { kind: "anyText" }]);
  return count("text") > 0 ? joinShapes([...distinct.values(), { kind: "here", type: "other" }]) : joined;
}

/** What a value may be: a text that is no date, an object, a list. */
type Kind = "text" | "object" | "list";

const anyKind: ReadonlySet<Kind> = new Set(["text", "object", "list"]);
const byType: Readonly<Record<string, Kind>> = { string: "text", object: "object", array: "list" };

function kindsOf(schema: Schema, table: SchemaTable, depth: number): ReadonlySet<Kind> {
  const resolved = dereference(schema, table);
  const { const: only, enum: values } = resolved;
  const listed = only !== undefined ? [only] : isJsonArray(values) ? values : null;
  if (listed !== null)
    return new Set(
      listed.flatMap((value): readonly Kind[] => {
        if (typeof value === "string") return ["text"];
        return isJsonArray(value) ? ["list"] : isJsonObject(value) ? ["object"] : [];
      }),
    );
  if (resolved["type"] !== undefined) {
    const kinds = typesOf(resolved).flatMap((type) => byType[type] ?? []);
    return new Set(kinds.filter((kind) => kind !== "text" || !isDate(resolved)));
  }
  if (depth > 8) return anyKind;
  const inner = (key: string) => {
    const parts = member(resolved, key);
    return (isJsonArray(parts) ? parts : []).filter(isJsonObject).map((part) => kindsOf(part, table, depth + 1));
  };
  const implied: readonly (readonly [Kind, readonly string[]])[] = [
    ["object", ["properties", "additionalProperties", "patternProperties", "required"]],
    ["list", ["items", "prefixItems"]],
  ];
  const own = implied.filter(([, keys]) => keys.some((key) => Object.hasOwn(resolved, key))).map(([kind]) => kind);
  if (own.length > 0) return new Set(own);
  const unions = ["oneOf", "anyOf"].map(inner).filter((kinds) => kinds.length > 0);
  const all = [...inner("allOf"), ...unions.map((kinds) => new Set(kinds.flatMap((each) => [...each])))];
  return new Set([...anyKind].filter((kind) => all.every((each) => each.has(kind))));
}
