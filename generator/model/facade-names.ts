/**
 * Names in the facade: a group for each tag, and in it a member for each operation, without the words of the tag
 * (`docs/facade.md`). They do not depend on the order of the document.
 */
import { assignTagKeys } from "./assign-names.js";
import { camelCaseKey, specialMembers, splitWords } from "./names.js";

/** The names of a tag. */
export interface FacadeNames {
  /** Of the group, distinct among groups. */
  readonly key: string;
  /** Of the operations, in their order; distinct in the group. */
  readonly members: readonly string[];
}

/**
 * Names the groups and their members.
 * @param tags each once, with the names of its operations' functions
 */
export function facadeNames(
  tags: readonly { readonly name: string; readonly operations: readonly string[] }[],
): readonly FacadeNames[] {
  const keys = assignTagKeys(tags.map(({ name }) => name));
  return tags.map(({ name, operations }, index) => ({
    key: keys[index] ?? name,
    members: memberNames(name, operations),
  }));
}

function memberNames(tag: string, operations: readonly string[]): readonly string[] {
  // What has no tag has no words to cut.
  const tagWords = tag === "default" ? [] : foldedWords(tag);
  const names = new Map(operations.map((operation) => [operation, shortName(operation, tagWords)]));
  // A name that is full again may be what another one was cut to.
  for (;;) {
    const used = new Map<string, number>();
    for (const name of names.values()) used.set(name, (used.get(name) ?? 0) + 1);
    const clashing = [...names].filter(
      ([operation, name]) => (used.get(name) ?? 0) > 1 && name !== fullName(operation),
    );
    if (clashing.length === 0) return [...names.values()];
    for (const [operation] of clashing) names.set(operation, fullName(operation));
  }
}

/** The operation's name without the words of its tag at the start, or at the end. */
function shortName(operation: string, tagWords: readonly string[]): string {
  const words = splitWords(operation);
  const count = tagWords.length;
  const startsWith = (list: readonly string[]) => tagWords.every((word, index) => list[index]?.toLowerCase() === word);
  const rest = startsWith(words)
    ? words.slice(count)
    : startsWith(words.slice(-count))
      ? words.slice(0, -count)
      : words;
  // Nothing was cut, or nothing is left.
  if (rest.length === words.length || rest.length === 0) return fullName(operation);
  const name = camelCaseKey(rest.join(" "), "");
  // A digit cannot be first.
  return name.startsWith("_") || specialMembers.has(name) ? fullName(operation) : name;
}

function fullName(operation: string): string {
  return specialMembers.has(operation) ? `${operation}_` : operation;
}

function foldedWords(text: string): readonly string[] {
  return splitWords(text).map((word) => word.toLowerCase());
}
