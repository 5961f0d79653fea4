/** What the parts of a module of fixtures share. */
import type { createNameScope } from "../model/names.js";
import type { ByteText, Operation } from "../model/model.js";
import type { SchemaTable } from "../model/schema-shape.js";
import { type Expression, type Identifier, identifier, type LiteralValue, ts, type TypeExpression } from "./code.js";
import type { Imports } from "./import-lines.js";
import type { JsonLiteral } from "./json-literal.js";
import type { OperationTypes } from "./operation-types.js";
import { typedValue } from "./typed-value.js";

export interface FixtureContext {
  readonly operation: Operation;
  readonly types: OperationTypes;
  readonly operationModule: string;
  readonly imports: Imports;
  readonly locals: ReturnType<typeof createNameScope>;
  readonly table: SchemaTable;
  readonly jsonLiteral: JsonLiteral;
  /** The constants of the fixtures of responses, by their type and value. */
  readonly constants: Map<string, Identifier>;
}

/** The name of a type's factory, whose imports it needs. */
export function factoryOf({ imports }: FixtureContext, type: Identifier): Identifier {
  imports.value("../runtime/merge.js", "merge");
  imports.type("../runtime/merge.js", "Overrides");
  return identifier(`make${type.text}`);
}

/** @param excess whether it has properties that its type does not have */
export function typed(
  { imports }: FixtureContext,
  type: Identifier | TypeExpression,
  value: LiteralValue,
  excess: boolean,
): LiteralValue | Expression {
  return excess ? typedValue(imports, "../runtime/", type, value) : value;
}

/**
 * A Blob, which bundlers leave out where nobody uses it.
 * @param type its media type, or null where the document names none
 */
export function blob(
  { imports }: Pick<FixtureContext, "imports">,
  value: string,
  bytes: ByteText,
  type: string | null,
): Expression {
  if (bytes === "base64") imports.value("../runtime/base64-bytes.js", "base64Bytes");
  const content = bytes === "text" ? ts`[${value}]` : ts`[/* @__PURE__ */ base64Bytes(${value})]`;
  return type === null
    ? ts`/* @__PURE__ */ new Blob(${content})`
    : ts`/* @__PURE__ */ new Blob(${content}, { type: ${type} })`;
}
