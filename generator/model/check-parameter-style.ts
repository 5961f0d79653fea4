/** Styles that OpenAPI does not define for what a parameter may be. https://spec.openapis.org/oas/v3.1.1.html#style-values */
import type { Diagnostics } from "../diagnostics.js";
import type { NormalParameter } from "../document/normal-document.js";
import type { SchemaTable } from "./schema-shape.js";
import { structureOf } from "./wire-structure.js";

/** Warns where a convention, and no specification, says how the parameter is sent. */
export function checkParameterStyle(parameter: NormalParameter, table: SchemaTable, diagnostics: Diagnostics): void {
  const { name, style, explode, contentType, dialect, schema, origin } = parameter;
  if (contentType !== null || dialect !== null) return;
  const { kind } = structureOf(schema, table);
  const isDelimited = style === "spaceDelimited" || style === "pipeDelimited";
  const isUndefined = (style === "deepObject" && kind === "list") || (isDelimited && explode && kind === "object");
  if (!isUndefined) return;
  const place = { uri: origin.uri, pointer: `${origin.pointer}/style` };
  const shape = kind === "list" ? "a list" : "an object in parts of its own";
  diagnostics.add("parameter-style-undefined", place, { name, style, shape });
}
