import type { FileInput } from "../runtime/multipart.js";

/** The body of `scanReadyWebhook`. */
export interface ScanReadyWebhookBody {
  page: number;
  image?: FileInput;
}

/**
 * What arrives: the webhook `scan-ready`.
 *
 * `POST`
 */
export interface ScanReadyWebhookInput {
  readonly body?: ScanReadyWebhookBody;
}

/**
 * The 202 response of `scanReadyWebhook`.
 *
 * Taken.
 */
export type ScanReadyWebhookResponse = undefined;
