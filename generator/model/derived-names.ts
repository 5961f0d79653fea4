/** Names that stand beside an operation's function: its types, its encoders, decoders and factories. */

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

/** What an operation answers, as far as names go. */
export interface Answers {
  /** `200`, `4XX`, `default`. */
  readonly statuses: readonly string[];
  /** Whether a response is a stream of values, which have types of their own. */
  readonly hasStreams: boolean;
}

/**
 * The types of an operation, of which it has some.
 * @param typeId what the names begin with
 */
export function derivedTypes(typeId: string, { statuses, hasStreams }: Answers): readonly string[] {
  const streams = hasStreams ? streamSuffixes : [""];
  const bodies = ["Response", "Error"].flatMap((suffix) => {
    const each = ["", ...statuses.map((status) => status.charAt(0).toUpperCase() + status.slice(1))];
    return each.flatMap((status) => streams.map((stream) => `${typeId}${suffix}${status}${stream}`));
  });
  return [...typeSuffixes.map((suffix) => `${typeId}${suffix}`), ...bodies];
}

/** The functions that are made for an operation, beside its own. */
export function derivedFunctions(typeId: string, answers: Answers): readonly string[] {
  const factories = derivedTypes(typeId, answers).map((type) => `make${type}`);
  const forms = ["Form", "Request"].flatMap((what) => [`encode${typeId}${what}`, `decode${typeId}${what}`]);
  return [...factories, ...forms];
}
