/** Helpers of template sets: functions that templates call by name, in `{{name path}}` or `{{#if (name path)}}`. */
import { checkPlainData } from "./plain-data.js";
import { thrownText } from "./thrown-text.js";

/**
 * What a helper is given: values of the view, literals, what other helpers return. Printed, it returns code; as the
 * argument of `each`, `if` or another helper, anything.
 */
export type Helper = (...values: never[]) => unknown;

/** By the names that templates call them by. */
export type Helpers = ReadonlyMap<string, Helper>;

/** What became of a call: what it returned, or why it failed. */
export type HelperOutcome =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: string };

/** What one call may return, when it is printed: several times all that the largest documents hold. */
const MAX_PARTS = 10_000_000;

/** Calls a helper; what it throws is an outcome, and what it returns runs no more code of its own. */
export function callHelper(helper: Helper, values: readonly unknown[]): HelperOutcome {
  let value: unknown;
  try {
    // A helper says by its parameters what it takes; templates are not TypeScript, so nothing holds them to it.
    value = (helper as (...values: readonly unknown[]) => unknown)(...values);
  } catch (error) {
    return { ok: false, reason: thrownText(error) };
  }
  const data = checkPlainData(value);
  if (!data.ok) return { ok: false, reason: `it returned ${data.found}; helpers return code or plain data` };
  if (data.parts > MAX_PARTS) return { ok: false, reason: `it returned more than ${String(MAX_PARTS)} values` };
  // Nobody would wait for it, and to `if` it is true.
  if (value instanceof Promise) return { ok: false, reason: "it returned a promise; helpers return values at once" };
  return { ok: true, value };
}
