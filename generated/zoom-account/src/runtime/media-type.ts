/** Media types and ranges of them. RFC 9110, sections 8.3.1 and 12.5.1. */

export interface MediaType {
  /** `text/csv`, `text/*`, `*\/*`; in lower case. */
  readonly type: string;
  /** Without `charset` and `boundary`, which say nothing of what it is, and without weights. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** Reads a media type or a range; what is none has an odd type, and fits nothing. */
export function parseMediaType(text: string): MediaType {
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const pairs = parameters.map((part) => {
    const [name = "", value = ""] = part.split(/\s*=\s*"?|"/);
    return [name, value] as const;
  });
  return { type, parameters: new Map(pairs.filter(([name]) => !["", "charset", "boundary", "q"].includes(name))) };
}

/**
 * Whether a media type lies in a range: a parameter that both have must be the same.
 * @param range a media type, or one with `*`, also as people write it: `application/*+json`
 */
export function fits({ type, parameters }: MediaType, range: MediaType): boolean {
  if (!range.type.includes("*")) {
    if (range.type !== type) return false;
  } else if (!isInRange(type, range.type)) return false;
  return [...range.parameters].every(([name, value]) => (parameters.get(name) ?? value) === value);
}

function isInRange(type: string, range: string): boolean {
  const parts = range.split("*").map((part) => part.replace(/[^\w/]/g, "\\$&"));
  return parts.length <= 3 && new RegExp(`^${parts.join(".*")}$`).test(type);
}

/**
 * What an `Accept` header wants most.
 * @param offered what there is, the best first
 * @returns the index; null where nothing is acceptable
 */
export function negotiate(accept: string | null, offered: readonly string[]): number | null {
  if (accept !== null && accept === offered[0]) return 0;
  const ranges = (accept ?? "").split(",").flatMap((part) => {
    const range = parseMediaType(part);
    const weight = /;\s*q\s*=\s*([\d.]+)/i.exec(part)?.[1];
    return range.type === "" ? [] : [{ ...range, weight: weight === undefined ? 1 : Number(weight) }];
  });
  if (ranges.length === 0) return offered.length > 0 ? 0 : null;
  const wanted = offered.map((text, index) => {
    const media = parseMediaType(text);
    // The range that says most of a media type counts.
    const [best] = ranges
      .map((range, place) => ({ weight: range.weight, place, closeness: closeness(media, range) }))
      .filter(({ place }) => fits(media, ranges[place] ?? media))
      .sort((a, b) => b.closeness - a.closeness);
    return { index, ...(best ?? { weight: 0, place: 0, closeness: 0 }) };
  });
  const [first] = wanted
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place || b.closeness - a.closeness);
  return first?.index ?? null;
}

/** How much a range says of a media type that lies in it. */
export function closeness(media: MediaType, { type, parameters }: MediaType): number {
  const stars = type.split("*").length - 1;
  const shared = [...parameters.keys()].filter((name) => media.parameters.has(name)).length;
  return shared * 2 - parameters.size - stars * 100;
}
