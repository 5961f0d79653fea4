/** Members that a schema does not list. */

/** The own members of an object, without those that are `known` and those that are undefined. */
export function membersOf(value: object, known: readonly string[]): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([name, member]) => member !== undefined && !known.includes(name));
}
