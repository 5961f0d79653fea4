import type { DecodeResult } from "../runtime/form-reader.js";
import { readBlobBody, readRequest } from "../runtime/request-reader.js";
import type { RawScanWebhookInput } from "../webhooks/raw-scan-webhook.js";

/**
 * Reads a request that arrives: the webhook `raw_scan`.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodeRawScanWebhookRequest(request: Request): Promise<DecodeResult<RawScanWebhookInput>> {
  return readRequest(request, { body: { required: true, read: readBlobBody }, required: [] });
}
