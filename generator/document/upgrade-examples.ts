/**
 * Examples of Swagger 2.0: by media type in responses, and wherever documents in the wild put them: `example`,
 * `x-example` and `x-examples` on parameters and bodies. https://spec.openapis.org/oas/v2.0.html#example-object
 */
import type { Placed } from "./document-edit.js";
import { isJsonArray, isJsonObject } from "./json.js";
import { essence, isJsonMediaType, isTextMediaType } from "./media-type.js";
import type { Node } from "./reader.js";
import { asObject, composed, type Member, memberOf, membersOf, type Upgrade } from "./upgrade-context.js";

export interface Examples {
  /** One for whatever the media type is. */
  readonly single: Placed | null;
  readonly byMediaType: readonly Member[];
  /** Example Objects of 3.0, by their names. */
  readonly named: readonly Member[];
}

/** The keys that hold examples; none of them is left after the upgrade. */
export const exampleKeys: ReadonlySet<string> = new Set(["example", "x-example", "examples", "x-examples"]);

/** Reads the examples of a parameter or a response. */
export function readExamples(upgrade: Upgrade, owner: Node): Examples {
  const singles: Placed[] = [];
  const byMediaType: Member[] = [];
  const named: Member[] = [];
  for (const key of exampleKeys) {
    const found = memberOf(upgrade, owner, key);
    if (found === undefined) continue;
    const node = asObject(found);
    const members = membersOf(upgrade, found);
    const isByMediaType = members.length > 0 && members.every(([name]) => isMediaType(name));
    if (key.endsWith("example") && !(node !== null && isByMediaType)) singles.push(found);
    else if (isJsonArray(found.value)) singles.push(...members.slice(0, 1).map(([, item]) => item));
    else
      for (const [name, child] of members) {
        if (isMediaType(name)) byMediaType.push([name, child]);
        else if (isExampleObject(child)) named.push([name, child]);
        else if (key === "x-examples") named.push([name, composed(upgrade, child.origin, [["value", child]])]);
        // `examples` is 2.0's own, and has media types alone.
        else reportUnplaced(upgrade, name, child);
      }
  }
  return { single: singles[0] ?? null, byMediaType, named };
}

/**
 * Those members of a Media Type Object that hold its examples.
 * @param taken names of `byMediaType` that were used; grows
 */
export function mediaExamples(
  upgrade: Upgrade,
  examples: Examples,
  mediaType: string,
  place: Placed["origin"],
  taken: Set<string>,
): readonly Member[] {
  const { byMediaType, named, single } = examples;
  const exact =
    byMediaType.find(([name]) => name === mediaType) ??
    byMediaType.find(([name]) => essence(name) === essence(mediaType)) ??
    // One JSON is as good as another: `application/json` for `application/hal+json`.
    byMediaType.find(([name]) => isJsonMediaType(name) && isJsonMediaType(mediaType));
  if (exact !== undefined) taken.add(exact[0]);
  const fits = single !== null && (typeof single.value === "string" || !isTextMediaType(mediaType));
  const own = exact?.[1] ?? (fits ? single : null);
  return [
    ...(own === null ? [] : [["example", own] as const]),
    ...(named.length === 0 ? [] : [["examples", composed(upgrade, place, named)] as const]),
  ];
}

/** Says which examples by media type no media type has taken. */
export function reportUntaken(upgrade: Upgrade, { byMediaType }: Examples, taken: ReadonlySet<string>): void {
  for (const [name, child] of byMediaType) if (!taken.has(name)) reportUnplaced(upgrade, name, child);
}

function reportUnplaced(upgrade: Upgrade, mediaType: string, { origin }: Placed): void {
  upgrade.diagnostics.add("example-media-type-unknown", origin, { mediaType });
}

/** True for a key that can only be a media type: names of examples have no slash. */
export function isMediaType(key: string): boolean {
  return /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+\s*(;.*)?$/.test(key);
}

function isExampleObject({ value }: Placed): boolean {
  const known = ["value", "summary", "description", "externalValue"];
  return isJsonObject(value) && Object.hasOwn(value, "value") && Object.keys(value).every((key) => known.includes(key));
}
