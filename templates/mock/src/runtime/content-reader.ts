/** Bodies that may have several media types: which one came, and how it is read. */
import type { DecodeResult } from "./form-reader.js";
import { fits, parseMediaType, precision } from "./media-type.js";
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
  // What says more of a media type counts before a range that it lies in.
  patterns.sort((a, b) => precision(b.pattern) - precision(a.pattern));
  const find = (request: Request) => {
    const header = request.headers.get("content-type");
    if (header === null) return preferred && { choice: preferred, name: preferred.contentTypes[0] };
    const found = parseMediaType(header);
    return patterns.find(({ pattern }) => fits(found, pattern));
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
