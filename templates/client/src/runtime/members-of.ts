/** Members that a schema does not list. */

/** The own members of an object, without those that are `known` and those that are undefined; none of anything else. */
export function membersOf(value: unknown, known: readonly string[] = []): readonly (readonly [string, unknown])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).filter(([name, member]) => member !== undefined && !known.includes(name));
}
