/** Where the document has a rule of a schema: kept by table, as a document has one, and each of its bodies asks. */
import type { Origin } from "../diagnostics.js";
import type { NormalSchema } from "../document/normal-document.js";
import type { Violation } from "./find-violations.js";
import type { SchemaTable } from "./schema-shape.js";

const componentOrigins = new WeakMap<SchemaTable, ReadonlyMap<string, Origin>>();

/** Keeps where component schemas stand. Without this, rules of components have the place of what refers to them. */
export function keepOrigins(schemas: readonly NormalSchema[], table: SchemaTable): void {
  componentOrigins.set(table, new Map(schemas.map(({ name, origin }) => [name, origin])));
}

/**
 * Where the rule stands that a value breaks.
 * @param own where the schema stands that the value was judged by
 */
export function ruleOrigin({ component, pointer }: Violation["rule"], own: Origin, table: SchemaTable): Origin {
  if (component === null) return { uri: own.uri, pointer: `${own.pointer}${pointer}` };
  const origin = componentOrigins.get(table)?.get(component);
  return origin === undefined ? own : { uri: origin.uri, pointer: `${origin.pointer}${pointer}` };
}
