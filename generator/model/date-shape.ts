/** Where in a JSON value the dates stand: a `Date` is written as a day there, as a moment anywhere else. */
import type { Schema } from "../document/normal-document.js";
import { essentialSchema, type SchemaTable } from "./schema-shape.js";
import type { DateShape } from "./wire.js";
import { structureOf } from "./wire-structure.js";

/** Deeper than this, nobody looks. */
const maxDepth = 6;

/** Where a schema has `format: date`; null where it has none, and for what may be one of several objects. */
export function dateShape(schema: Schema, table: SchemaTable, outer: readonly Schema[] = []): DateShape | null {
  const essential = essentialSchema(schema, table);
  if (outer.includes(essential) || outer.length > maxDepth) return null;
  const inside = [...outer, essential];
  const structure = structureOf(schema, table);
  if (structure.kind === "scalar") return structure.scalar.format === "date" ? true : null;
  if (structure.kind === "list") {
    const item = dateShape(structure.items, table, inside);
    return item && [item];
  }
  if (structure.kind !== "object") return null;
  const members = [...structure.properties].flatMap(([name, property]) => {
    const shape = dateShape(property, table, inside);
    return shape === null ? [] : [[name, shape] as const];
  });
  return members.length > 0 ? Object.fromEntries(members) : null;
}
