/** What paths of a template lead to: the view, items of its lists, arguments of partials. Own fields of plain objects only. */
import { isCode, isPlainObject } from "../view/code.js";

/** Where paths begin. Every item and every call of a partial has a new one, so that `../` never skips one. */
export interface Scope {
  readonly value: unknown;
  /** The scope around the list; null in the file and in a partial, which does not see its caller. */
  readonly outer: Scope | null;
  /** How many calls of partials lead here. */
  readonly calls: number;
}

/** A path as Handlebars reads it: `../pet.name` is one step out, then two fields. No fields: `this`. */
export interface FieldPath {
  readonly depth: number;
  readonly parts: readonly string[];
  /** As it is written. */
  readonly original: string;
}

export type Found =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly field: string; readonly known: readonly string[] };

/**
 * Follows a path. A field that holds `undefined` is not there, nor is anything that is inherited.
 * @returns the value, or the first field that is not there beside those that are
 */
export function followPath(scope: Scope, path: FieldPath): Found {
  let from: Scope | null = scope;
  for (let out = 0; out < path.depth && from !== null; out += 1) from = from.outer;
  if (from === null) return { ok: false, field: path.original, known: [] };
  let value = from.value;
  for (const field of path.parts) {
    const member = isPlainObject(value) && Object.hasOwn(value, field) ? value[field] : undefined;
    if (member === undefined) return { ok: false, field, known: isPlainObject(value) ? Object.keys(value) : [] };
    value = member;
  }
  return value === undefined ? { ok: false, field: path.original, known: [] } : { ok: true, value };
}

/** What `{{#if}}` takes for yes: as in Handlebars, but code that prints nothing is a no, too. */
export function isTruthy(value: unknown): boolean {
  if (isCode(value)) return value.text !== "";
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
