/** Form fields that the document does not list: the one walk over a value at run time. */
import { formJson } from "./form-text.js";

/**
 * The fields of `body` but those that are `known`, each with `&` before it: a list once for each item, an object as
 * JSON text, what is undefined or null left out.
 */
export function formRest(body: object, known: readonly string[]): string {
  let form = "";
  for (const [name, value] of Object.entries(body) as [string, unknown][]) {
    if (known.includes(name)) continue;
    const key = `&${formJson(name, name)}=`;
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (item !== undefined && item !== null) form += key + formJson(item, name);
    }
  }
  return form;
}
