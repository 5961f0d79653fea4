import { type DecodeResult, required } from "../runtime/form-reader.js";
import { readJsonBody, readRequest, styled } from "../runtime/request-reader.js";
import { readInteger, readText } from "../runtime/scalar-reader.js";
import type { NewOrderWebhookInput } from "../webhooks/new-order-webhook.js";

/**
 * Reads a request that arrives: the webhook `newOrder`.
 *
 * Types and required parts of parameters are checked. The body must be JSON, and is not checked against its schema.
 */
export function decodeNewOrderWebhookRequest(request: Request): Promise<DecodeResult<NewOrderWebhookInput>> {
  return readRequest(request, {
    query: { attempt: readInteger },
    headers: { "X-Signature": styled("simple", false, "scalar", required(readText)) },
    body: { required: true, read: readJsonBody },
    required: ["headers"],
  });
}
