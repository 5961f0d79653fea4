/**
 * What arrives: the webhook `ping`.
 *
 * Whether somebody is there.
 *
 * `HEAD`
 */
export type PingWebhookInput = Record<string, never>;

/**
 * The 204 response of `pingWebhook`.
 *
 * Somebody is.
 */
export type PingWebhookResponse = undefined;
