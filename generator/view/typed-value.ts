/** Values that TypeScript does not take as they are. */
import { type Code, type Expression, type LiteralValue, ts } from "./code.js";
import type { Imports } from "./import-lines.js";

/** A value with properties that its type does not have goes through a function, where TypeScript does not mind them. */
export function typedValue(
  imports: Imports,
  runtime: string,
  type: Code<"identifier" | "type-expression">,
  value: LiteralValue,
): Expression {
  imports.value(`${runtime}fixture.js`, "fixture");
  return ts`/* @__PURE__ */ fixture<${type}>()(${value})`;
}
