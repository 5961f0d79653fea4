/** Addresses as they may be shown: without passwords and tokens. */

const mark = "•";

/**
 * A text in which the user of each URL, and the values of its query and its fragment, are dots. Of the same length, in UTF-16
 * units, so that columns stay true. Each part is read once, however long the text is.
 */
export function maskSecrets(text: string): string {
  // JSON may write a slash as `\/`, and an at sign as `\u0040`.
  return text.includes("//") || text.includes("\\/\\/")
    ? text.replace(/((?:\\?\/){2})([^\s"<>`]+)/g, (_, slashes: string, rest: string) => slashes + maskRest(rest))
    : text;
}

/** What stands behind `//`. */
function maskRest(rest: string): string {
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? "";
  const user = /^.*(?=@|\\u0040)/.exec(authority)?.[0] ?? "";
  const place = rest.slice(user.length);
  const query = place.search(/[?#]/);
  return dots(user) + (query < 0 ? place : place.slice(0, query) + maskValues(place.slice(query)));
}

/** A value that is a variable of a template says nothing. */
function maskValues(query: string): string {
  return query.replace(/([?&;#][^=&;#?]*=)([^&;#]*)/g, (all, key: string, value: string) =>
    /^\{[^{}]*\}/.test(value) ? all : key + dots(value),
  );
}

function dots(text: string): string {
  return text.replace(/[^:]/g, () => mark);
}
