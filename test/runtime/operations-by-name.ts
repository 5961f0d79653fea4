import type { MockOperation } from "../../templates/mock/src/runtime/mock-setup.js";

/** Operations by the names of their functions: where it is not that of the document, `id`. */
export function operationsByName(
  operations: readonly (MockOperation & { readonly id?: string })[],
): Readonly<Record<string, MockOperation>> {
  return Object.fromEntries(operations.map(({ id, ...operation }) => [id ?? operation.operation, operation]));
}
