/** Which dialect a form's nested values are written in: chosen by the configuration, or by the document. */
import type { FormDialect } from "../document/form-dialect.js";
import type { ListKeys } from "./wire.js";

/** How lists are named inside of brackets: with indices, unless a dialect says otherwise. */
export function listsOf(dialect: FormDialect | null): ListKeys {
  if (dialect === "repeat") return "same";
  return dialect === "brackets" || dialect === "comma" ? dialect : "indices";
}

/** What the configuration chooses. */
export interface FormOptions {
  /** For every form. */
  readonly dialect: FormDialect | null;
  /** By operation: its operationId, or the name of its function. */
  readonly operations: Readonly<Record<string, OperationForms>>;
}

export interface OperationForms {
  readonly dialect?: FormDialect;
  /** By the name of a property of the body. */
  readonly properties?: Readonly<Record<string, FormDialect>>;
}
