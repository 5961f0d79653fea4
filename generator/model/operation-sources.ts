/** From operations of the model back to those of the document. */
import type { NormalOperation } from "../document/normal-document.js";
import type { Operation } from "./model.js";

/**
 * What each operation was built of. An origin alone does not tell: a path item that two paths refer to is written once.
 * @param documented all operations of the document
 * @param operations those that were built, in the same order
 */
export function sourcesOf(
  documented: readonly NormalOperation[],
  operations: readonly Operation[],
): ReadonlyMap<Operation, NormalOperation> {
  const sources = new Map<Operation, NormalOperation>();
  let next = 0;
  for (const source of documented) {
    const operation = operations[next];
    if (operation?.origin !== source.origin || operation.method !== source.method) continue;
    sources.set(operation, source);
    next += 1;
  }
  return sources;
}
