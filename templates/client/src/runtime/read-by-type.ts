/** Successes that are a stream in one media type, and something else in another. */
import type { Call } from "./client.js";

type Read = NonNullable<Call["read"]>;

/**
 * Reads a success by its content type.
 * @param readers of streams, by their media types; anything else is read as a whole
 */
export function readByType(readers: Readonly<Record<string, Read>>): Read {
  return (response, explain) => {
    const [type = ""] = (response.headers.get("content-type") ?? "").split(";");
    return readers[type.trim().toLowerCase()]?.(response, explain);
  };
}
