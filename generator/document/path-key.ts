/** The keys of `paths`: some documents tell operations apart by a query or a fragment behind the path. */

export interface PathParts {
  /** The template, without the fragment: with the query, which is sent as it is. */
  readonly sent: string;
  /** The names of the query's pairs. */
  readonly constants: readonly string[];
}

/** Takes a key of `paths` apart. What follows `#` only names operations: RFC 9110, section 7.1, sends no fragment. */
export function splitPathKey(key: string): PathParts {
  // The name of a parameter may have any character in it.
  const outside = key.replace(/\{[^{}]*\}/g, (name) => "_".repeat(name.length));
  const fragment = outside.indexOf("#");
  const sent = fragment === -1 ? key : key.slice(0, fragment);
  const query = outside.slice(0, sent.length).indexOf("?");
  const pairs = query === -1 ? [] : sent.slice(query + 1).split("&");
  return { sent, constants: pairs.map(nameOf).filter((name) => name !== "") };
}

function nameOf(pair: string): string {
  const [name = ""] = pair.split("=");
  try {
    return decodeURIComponent(name.replaceAll("+", " "));
  } catch {
    return name;
  }
}
