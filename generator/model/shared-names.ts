/**
 * Objects that are spread over a query or over cookies (`style: form`, `explode: true`) bring the names of their members
 * with them. Where another parameter has the same name, nobody can tell the two apart: the value is the other's.
 */
import type { Parameter } from "./model.js";

/** For each spread object the members whose names are another parameter's: those of scalars and lists go first. */
export function sharedNames(parameters: readonly Parameter[]): ReadonlyMap<Parameter, ReadonlySet<string>> {
  const spread = parameters.filter(isSpread);
  const taken = new Set(parameters.filter((parameter) => !isSpread(parameter)).map(({ name }) => name));
  return new Map(
    spread.map((parameter) => {
      const names = fieldNames(parameter);
      const shared = new Set(names.filter((name) => taken.has(name)));
      for (const name of names) taken.add(name);
      return [parameter, shared] as const;
    }),
  );
}

function isSpread({ encoding }: Parameter): boolean {
  const { value } = encoding.slot;
  return value.kind === "object" && value.keys === "flat";
}

function fieldNames({ encoding }: Parameter): readonly string[] {
  const { value } = encoding.slot;
  return value.kind === "object" ? value.fields.map(({ name }) => name) : [];
}
