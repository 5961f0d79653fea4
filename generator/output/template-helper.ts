/** Helpers of template sets: functions that templates call by name, in `{{name path}}` or `{{#if (name path)}}`. */

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

/** Calls a helper; what it throws is an outcome. */
export function callHelper(helper: Helper, values: readonly unknown[]): HelperOutcome {
  try {
    // A helper says by its parameters what it takes; templates are not TypeScript, so nothing holds them to it.
    const value = (helper as (...values: readonly unknown[]) => unknown)(...values);
    // Nobody would wait for it, and to `if` it is true.
    if (value instanceof Promise) return { ok: false, reason: "it returned a promise; helpers return values at once" };
    return { ok: true, value };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
