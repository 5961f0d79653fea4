/** Names of what a schema has in common with those that extend it. */
import type { Schema } from "./normal-document.js";

/** `PetBase` for `Pet`; a component of that name has it before. */
export function baseNames(names: readonly string[], schemas: ReadonlyMap<string, Schema>): ReadonlyMap<string, string> {
  const taken = new Set([...schemas.keys()].map((name) => name.toLowerCase()));
  return new Map(
    names.map((name) => {
      let base = `${name}Base`;
      while (taken.has(base.toLowerCase())) base = `${base}Base`;
      taken.add(base.toLowerCase());
      return [name, base];
    }),
  );
}
