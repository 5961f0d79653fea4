import { decodeScanReadyWebhookForm } from "../forms/scan-ready-webhook.js";
import type { DecodeResult } from "../runtime/form-reader.js";
import { readRequest } from "../runtime/request-reader.js";
import type { ScanReadyWebhookInput } from "../webhooks/scan-ready-webhook.js";

/**
 * Reads a request that arrives: the webhook `scan-ready`.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodeScanReadyWebhookRequest(request: Request): Promise<DecodeResult<ScanReadyWebhookInput>> {
  return readRequest(request, {
    body: { required: false, read: async (form) => decodeScanReadyWebhookForm(await form.formData()) },
    required: [],
  });
}
