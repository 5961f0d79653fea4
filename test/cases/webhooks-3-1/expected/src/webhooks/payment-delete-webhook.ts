/** The body of `paymentDeleteWebhook`: `text/plain`. */
export type PaymentDeleteWebhookBody = string;

/**
 * What arrives: the webhook `payment`.
 *
 * `DELETE`
 *
 * @deprecated
 */
export interface PaymentDeleteWebhookInput {
  readonly body?: PaymentDeleteWebhookBody;
}

/** The document describes no success. */
export type PaymentDeleteWebhookResponse = unknown;
