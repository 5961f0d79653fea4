/** The body of `rawScanWebhook`: `image/png`. */
export type RawScanWebhookBody = Blob;

/**
 * What arrives: the webhook `raw_scan`.
 *
 * `POST`
 */
export interface RawScanWebhookInput {
  readonly body: RawScanWebhookBody;
}

/**
 * The 204 response of `rawScanWebhook`.
 *
 * Taken.
 */
export type RawScanWebhookResponse = undefined;
