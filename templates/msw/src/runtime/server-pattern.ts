/** Where a request goes, seen from the servers of a document. */
import { captureSegment, patternOf } from "./mock-path.js";

/** The path and the query of a URL below each of the servers that it may be sent to, in their order, each once. */
export function pathsBelow(servers: readonly string[], url: string): readonly string[] {
  const [address = ""] = url.split("#");
  // A slash in the query divides nothing.
  const [, place = "", search = ""] = /^([^?]*)(.*)$/.exec(address) ?? [];
  const parts = place.split("/");
  const found = servers.flatMap((server) => {
    const { segments } = patternOf(withHost(server.replace(/\/+$/, "")));
    const fits = segments.every((texts, index) => fitsSegment(texts, parts[index]));
    return fits ? [`/${parts.slice(segments.length).join("/")}${search}`] : [];
  });
  return [...new Set(found)];
}

/** A server without host is one on any host; so is none. */
function withHost(server: string): string {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(server)) return server.replace(/^[^/]*\/\/[^/]*/, (host) => host.toLowerCase());
  if (server.startsWith("//")) return `{scheme}${server}`;
  const path = server === "" || server.startsWith("/") ? server : `/${server}`;
  return `{scheme}//{host}${path}`;
}

function fitsSegment(texts: readonly string[], part: string | undefined): boolean {
  return part !== undefined && (part === texts.join("") || captureSegment(texts, part) !== null);
}
