/** The schemas that stand in an operation: of parameters, bodies and headers. */
import type { Origin } from "../diagnostics.js";
import { appendToken } from "./json-pointer.js";
import type { NormalMediaType, NormalOperation, Schema } from "./normal-document.js";

/** The operation, and its callbacks, with each schema changed. */
export function mapOperationSchemas(
  operation: NormalOperation,
  change: (schema: Schema, origin: Origin) => Schema,
): NormalOperation {
  const within = ({ uri, pointer }: Origin, key: string): Origin => ({ uri, pointer: appendToken(pointer, key) });
  const described = <T extends { readonly schema: Schema; readonly origin: Origin }>(each: T): T => ({
    ...each,
    schema: change(each.schema, within(each.origin, "schema")),
  });
  const media = (each: NormalMediaType): NormalMediaType => ({
    ...each,
    schema: each.schema && change(each.schema, within(each.origin, "schema")),
    itemSchema: each.itemSchema && change(each.itemSchema, within(each.origin, "itemSchema")),
  });
  const { parameters, requestBody, responses, callbacks } = operation;
  return {
    ...operation,
    parameters: parameters.map(described),
    requestBody: requestBody && { ...requestBody, content: requestBody.content.map(media) },
    responses: responses.map((response) => ({
      ...response,
      headers: response.headers.map(described),
      content: response.content.map(media),
    })),
    callbacks: callbacks.map((callback) => ({
      ...callback,
      operation: mapOperationSchemas(callback.operation, change),
    })),
  };
}
