/** The parts of a request's URL. */

/**
 * Takes a URL apart that a Request has, and that has been parsed so: to parse it again costs as much as to check a short request.
 * @returns the path, and what follows it, with its question mark
 */
export function splitUrl(url: string): { readonly pathname: string; readonly search: string } {
  const [, pathname = "/", search = ""] = /^[^:]*:(?:\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?/.exec(url) ?? [];
  return { pathname, search: search === "?" ? "" : search };
}
