/** Names that stand beside an operation's function: its types, its encoders, decoders and factories. */

import { isFormMediaType } from "../document/media-type.js";
import { binaryWord, mediaTypeWords, textWord } from "./media-type-words.js";

/** Suffixes of the types that every operation may have. */
const typeSuffixes = [
  "Input",
  "Body",
  "Path",
  "Query",
  "Headers",
  "Cookies",
  "Response",
  "Error",
  "Result",
  "Fixtures",
];

/** Suffixes of the types of the values of a stream, behind those of responses. */
const streamSuffixes = ["", "Item", "Event", "Data"];

/** What an operation sends and answers, as far as names go. */
export interface Contents {
  /** `200`, `4XX`, `default`. */
  readonly statuses: readonly string[];
  /** Whether a response is a stream of values, which have types of their own. */
  readonly hasStreams: boolean;
  /** The media types of the request's body. */
  readonly requests: readonly string[];
  /** Those of each response. */
  readonly responses: readonly (readonly string[])[];
}

/** Where a body has several media types, the words for them; else none. */
function wordsOf(mediaTypes: readonly string[]): readonly string[] {
  return mediaTypes.length < 2 ? [] : [...mediaTypeWords(mediaTypes).values(), textWord, binaryWord];
}

/**
 * The types of an operation, of which it has some.
 * @param typeId what the names begin with
 */
export function derivedTypes(typeId: string, contents: Contents): readonly string[] {
  const { statuses, hasStreams, requests, responses } = contents;
  const streams = hasStreams ? streamSuffixes : [""];
  const words = ["", ...new Set(responses.flatMap(wordsOf))];
  const isSuccess = successes(statuses);
  const answers = ["Response", "Error"].flatMap((suffix) => {
    const own = statuses.filter((status) => isSuccess(status) === (suffix === "Response"));
    // One alone is the whole.
    const each = own.length < 2 ? [] : own.map((status) => status.charAt(0).toUpperCase() + status.slice(1));
    return ["", ...each].flatMap((status) =>
      words.flatMap((word) => streams.map((stream) => `${typeId}${suffix}${status}${word}${stream}`)),
    );
  });
  const bodies = wordsOf(requests).map((word) => `${typeId}Body${word}`);
  return [...new Set([...typeSuffixes.map((suffix) => `${typeId}${suffix}`), ...bodies, ...answers])];
}

/** Tells which statuses are successes: 2xx, or `default` where there is no 2xx. */
function successes(statuses: readonly string[]): (status: string) => boolean {
  const isAny = statuses.some((status) => status.startsWith("2"));
  return (status) => (isAny ? status.startsWith("2") : status === "default");
}

/** The functions that are made for an operation, beside its own. */
export function derivedFunctions(typeId: string, contents: Contents): readonly string[] {
  const types = derivedTypes(typeId, contents);
  const factories = types.map((type) => `make${type}`);
  const answers = contents.responses.flat().some(isFormMediaType) ? types : [];
  const bodies = ["Form", "Request", ...(contents.requests.length > 1 ? ["Multipart"] : [])];
  return [
    `schemasOf${typeId}`,
    ...factories,
    ...bodies.flatMap((what) => [`encode${typeId}${what}`, `decode${typeId}${what}`]),
    ...answers.flatMap((type) => [`encode${type}`, `decode${type}`]),
  ];
}
