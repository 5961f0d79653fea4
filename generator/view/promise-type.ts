/** What the function of an operation returns: the promise of its data, which may be a stream, or have pages. */
import type { Operation } from "../model/model.js";
import { type Expression, ts } from "./code.js";
import type { Imports } from "./import-lines.js";
import type { OperationTypes } from "./operation-types.js";

/** The type, and the imports that it needs. */
export function promiseType(
  { pagination }: Operation,
  { response, result, stream }: OperationTypes,
  imports: Imports,
): Expression {
  const outcome = ts`${response}, ${result}`;
  if (stream !== null) {
    imports.type("../../runtime/streamed.js", "StreamPromise");
    if (stream.namesEvents) imports.type("../../runtime/event-stream.js", "ServerSentEvent");
    const streamed = ts`StreamPromise<${outcome}, ${stream.item}>`;
    if (pagination === null) return streamed;
    imports.type("../../runtime/pages.js", "Paged");
    return ts`${streamed} & Paged<${response}, ${pagination.items}>`;
  }
  if (pagination === null) {
    imports.type("../../runtime/api-promise.js", "ApiPromise");
    return ts`ApiPromise<${outcome}>`;
  }
  imports.type("../../runtime/pages.js", "PagedPromise");
  return ts`PagedPromise<${outcome}, ${pagination.items}>`;
}
