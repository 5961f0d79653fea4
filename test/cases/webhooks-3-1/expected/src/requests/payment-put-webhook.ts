import { decodePaymentPutWebhookForm } from "../forms/payment-put-webhook.js";
import type { DecodeResult } from "../runtime/form-reader.js";
import { readRequest } from "../runtime/request-reader.js";
import type { PaymentPutWebhookInput } from "../webhooks/payment-put-webhook.js";

/**
 * Reads a request that arrives: the webhook `payment`.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodePaymentPutWebhookRequest(request: Request): Promise<DecodeResult<PaymentPutWebhookInput>> {
  return readRequest(request, {
    body: { required: true, read: async (form) => decodePaymentPutWebhookForm(await form.text()) },
    required: [],
  });
}
