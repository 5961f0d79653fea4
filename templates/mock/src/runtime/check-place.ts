/** Where in a value a check stands, and what it has found. */
import type { Problem } from "./form-reader.js";
import type { JsonSchema } from "./json-schema.js";

/** What one value is checked with. */
export interface Place {
  /** The name of what is checked, within what is around it. */
  readonly key: string | number;
  /** What it is in; its name is put together where there is something to say. */
  readonly around: Place | null;
  readonly problems: Problem[];
  /** Which properties and items schemas have spoken of; null where nobody asks. */
  readonly evaluated: Evaluated | null;
  readonly depth: number;
  /** What references have said of objects, so that alternatives that share a schema do not check it again and again. */
  readonly found: Map<object, Map<JsonSchema, readonly Problem[]>>;
}

export interface Evaluated {
  readonly properties: Set<string>;
  readonly items: Set<number>;
}

/** The place of a whole value. */
export function placeOf(field: string): Place {
  return { key: field, around: null, problems: [], evaluated: null, depth: 0, found: new Map() };
}

/** The name of a place: `body.items.0.name`. */
export function fieldOf({ key, around }: Place): string {
  const before = around === null ? "" : fieldOf(around);
  return before === "" ? String(key) : `${before}.${key}`;
}

/** Notes what does not fit. */
export function report(place: Place, message: string): void {
  place.problems.push({ field: fieldOf(place), message });
}

/** A property or an item. */
export function inside(place: Place, key: string | number): Place {
  const { problems, depth, found } = place;
  return { key, around: place, problems, evaluated: null, depth: depth + 1, found };
}

/** The same value, one schema deeper. */
export function deeper(place: Place): Place {
  return { ...place, depth: place.depth + 1 };
}

/** The same value, with problems of its own: what an alternative says. */
export function aside(place: Place): Place {
  return { ...deeper(place), problems: [], evaluated: place.evaluated && nothingEvaluated() };
}

export function nothingEvaluated(): Evaluated {
  return { properties: new Set(), items: new Set() };
}

/** Adds what an alternative has spoken of. */
export function merge(into: Evaluated | null, from: Evaluated | null): void {
  if (into === null || from === null) return;
  for (const name of from.properties) into.properties.add(name);
  for (const index of from.items) into.items.add(index);
}
