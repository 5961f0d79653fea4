/** The places of a document that have a schema and examples of it: media types, parameters and headers of responses. */
import type {
  NormalDocument,
  NormalHeader,
  NormalIncoming,
  NormalMediaType,
  NormalOperation,
  NormalParameter,
} from "./normal-document.js";

export type Place = NormalParameter | NormalHeader;

/** The document with each media type, and each parameter and header, changed; those of callbacks and webhooks too. */
export function mapExamples(
  document: NormalDocument,
  media: (media: NormalMediaType) => NormalMediaType,
  place: <P extends Place>(place: P) => P,
): NormalDocument {
  const operation = (each: NormalOperation): NormalOperation => ({
    ...each,
    parameters: each.parameters.map(place),
    requestBody: each.requestBody && { ...each.requestBody, content: each.requestBody.content.map(media) },
    responses: each.responses.map((response) => ({
      ...response,
      headers: response.headers.map(place),
      content: response.content.map(media),
    })),
    callbacks: each.callbacks.map(incoming),
  });
  const incoming = (each: NormalIncoming): NormalIncoming => ({ ...each, operation: operation(each.operation) });
  return {
    ...document,
    operations: document.operations.map(operation),
    webhooks: document.webhooks.map(incoming),
  };
}
