/** What could be read of an input that does not fit: for who wants to check that, too. */

const partials = new WeakMap<object, unknown>();

/** Notes what was read beside the problems of a result, and returns the result. */
export function withPartial<Result extends object>(result: Result, partial: unknown): Result {
  partials.set(result, partial);
  return result;
}

/** What was read; undefined where nothing was. */
export function partialOf(result: object): unknown {
  return partials.get(result);
}
