/** Bodies that may have several media types: which one came, and how it is read. */
import type { DecodeResult } from "./form-reader.js";
import { closeness, fits, parseMediaType } from "./media-type.js";
import type { BodyReader } from "./request-reader.js";

/** A body of some media types. */
export interface ContentChoice {
  /** Those that the input names, the usual one first. */
  readonly contentTypes: readonly string[];
  /** Those that may arrive, ranges included, where they are others. */
  readonly arriving?: readonly string[];
  readonly required: boolean;
  readonly read: (request: Request) => Promise<DecodeResult<unknown>>;
}

/**
 * Reads a body by the media type that it comes as.
 * @param choices the preferred one first, which counts where the request does not say
 */
export function byContentType(choices: readonly ContentChoice[]): BodyReader {
  const [preferred] = choices;
  const patterns = choices.flatMap((choice) => {
    const { contentTypes, arriving = [] } = choice;
    const named = contentTypes.map((name) => ({ choice, name, pattern: parseMediaType(name) }));
    const others = arriving.map((text) => ({ choice, name: contentTypes[0], pattern: parseMediaType(text) }));
    return [...named, ...others];
  });
  const find = (request: Request) => {
    const header = request.headers.get("content-type");
    if (header === null) return preferred && { choice: preferred, name: preferred.contentTypes[0] };
    const found = parseMediaType(header);
    const fitting = patterns.filter(({ pattern }) => fits(found, pattern));
    return fitting.sort((a, b) => closeness(found, b.pattern) - closeness(found, a.pattern))[0];
  };
  return {
    required: preferred?.required ?? false,
    contentType: (request) => find(request)?.name,
    async read(request) {
      const choice = find(request)?.choice;
      if (choice) return choice.read(request);
      const names = choices.flatMap(({ contentTypes }) => contentTypes).join(", ");
      return { ok: false, problems: [{ field: "", message: `must be one of ${names}` }] };
    },
  };
}
