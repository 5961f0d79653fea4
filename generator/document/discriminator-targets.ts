/** Which values of a discriminator's property lead to which component schema. */
import { allHeirs, alternativesOf, defaultOf, directHeirs, impliedValues, mappingOf } from "./discriminator-heirs.js";
import { allowedValues } from "./discriminator-values.js";
import { type JsonValue, member } from "./json.js";
import type { Schema } from "./normal-document.js";

export interface Families {
  readonly byName: ReadonlyMap<string, Schema>;
  /** Who extends whom. */
  readonly direct: ReadonlyMap<string, readonly string[]>;
  /** Who extended whom in the document, before bases were split. */
  readonly written: ReadonlyMap<string, readonly string[]>;
}

/** @param written who extends whom in the document */
export function familiesIn(
  byName: ReadonlyMap<string, Schema>,
  written: ReadonlyMap<string, readonly string[]>,
): Families {
  return { byName, direct: directHeirs(byName), written };
}

export interface Target {
  readonly name: string;
  readonly values: readonly JsonValue[];
  /** Of a default: the values that lead to other schemas. */
  readonly elsewhere: ReadonlySet<JsonValue> | null;
  /** Whether it extends the schema that has the discriminator, whose property is then its own. */
  readonly isHeir: boolean;
}

/**
 * What the discriminator of a schema leads to; null where it has none.
 * @param name the schema's, where it is a component
 */
export function discriminatorTargets(
  schema: Schema,
  name: string | null,
  { byName, direct, written }: Families,
): { readonly property: string; readonly targets: readonly Target[] } | null {
  const property = member(member(schema, "discriminator"), "propertyName");
  if (typeof property !== "string") return null;
  const allowed = allowedValues(schema, property, byName);
  const mapped = mappingOf(schema);
  const fallback = defaultOf(schema);
  const heirs = name === null ? [] : allHeirs(name, direct);
  const family = new Set(name === null ? [] : allHeirs(name, written));
  const valuesOf = (child: string): readonly JsonValue[] => {
    const own = mapped.filter(([, target]) => target === child).map(([value]) => value);
    return own.length > 0 ? own : impliedValues(schema, child);
  };
  const own = new Set([...alternativesOf(schema), ...heirs]);
  const members = [...new Set([...own, ...mapped.map(([, target]) => target)])]
    .filter((child) => child !== name)
    .map((child) => {
      // What is of an heir's kind is of this one's, too.
      const kinds = heirs.includes(child) ? [child, ...allHeirs(child, direct)] : [child];
      return { child, kinds, isDefault: fallback !== null && own.has(child) && kinds.includes(fallback) };
    });
  const targets = members.map(({ child, kinds, isDefault }): Target => {
    const values = kinds.flatMap(valuesOf).filter((value) => allowed?.includes(value) !== false);
    const isHeir = family.has(child);
    if (!isDefault) return { name: child, values, elsewhere: null, isHeir };
    const kin = new Set([child, ...allHeirs(child, direct)]);
    const others = members.filter((other) => !other.isDefault).flatMap((other) => alternativesIn(other.child, byName));
    const elsewhere = new Set(others.filter((other) => !kin.has(other)).flatMap(valuesOf));
    return { name: child, values, elsewhere, isHeir };
  });
  return { property, targets };
}

/** A schema, and the alternatives that it is a union of, and theirs. */
function alternativesIn(name: string, byName: ReadonlyMap<string, Schema>): readonly string[] {
  const found = new Set([name]);
  // A set takes in what is added while it is walked.
  for (const each of found) for (const alternative of alternativesOf(byName.get(each) ?? {})) found.add(alternative);
  return [...found];
}
