/** Import declarations: one for each module, sorted by module and name. */
import { type Expression, identifier, joinCode, ts } from "./code.js";

export interface Imports {
  /** Asks for a type. */
  type(module: string, name: string): void;
  /** Asks for a value. */
  value(module: string, name: string): void;
  lines(): readonly Expression[];
}

/** Gathers what a file imports. Names are ours or identifiers that the model has made. */
export function createImports(): Imports {
  const modules = new Map<string, Map<string, "type" | "value">>();
  const ask = (module: string, name: string, kind: "type" | "value") => {
    const names = modules.get(module) ?? new Map<string, "type" | "value">();
    if (names.get(name) !== "value") names.set(name, kind);
    modules.set(module, names);
  };
  return {
    type: (module, name) => {
      ask(module, name, "type");
    },
    value: (module, name) => {
      ask(module, name, "value");
    },
    lines() {
      const sorted = [...modules].sort(([a], [b]) => (a < b ? -1 : 1));
      return sorted.map(([module, names]) => {
        const onlyTypes = [...names.values()].every((kind) => kind === "type");
        const list = [...names]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, kind]) =>
            kind === "type" && !onlyTypes ? ts`type ${identifier(name)}` : ts`${identifier(name)}`,
          );
        return onlyTypes
          ? ts`import type { ${joinCode(list, ", ")} } from ${module};`
          : ts`import { ${joinCode(list, ", ")} } from ${module};`;
      });
    },
  };
}
