/** The header `Link`. https://www.rfc-editor.org/rfc/rfc8288.html#section-3 */

/** The target of the first link to the next page; undefined where there is none. */
export function nextLink(header: string | null): string | undefined {
  for (const [, target, parameters = ""] of (header ?? "").matchAll(links)) {
    let rel: string | undefined;
    for (const [, name = "", quoted, plain] of parameters.matchAll(parameter)) {
      // The first `rel` counts. A link with an anchor is about something else than this answer.
      if (/^rel$/i.test(name)) rel ??= quoted ?? plain ?? "";
      if (/^anchor$/i.test(name)) rel = "";
    }
    if (/(?:^|\s)next(?:\s|$)/i.test(rel ?? "")) return target;
  }
  return undefined;
}

const links = /<([^<>]*)>((?:[^",<]|"(?:\\.|[^"\\])*")*)/g;
const parameter = /;\s*([^\s=;"]+)(?:\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^\s;,"]*)))?/g;
