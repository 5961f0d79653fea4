import { type DecodeResult, readForm, readList, required } from "../runtime/form-reader.js";
import { formField, formText } from "../runtime/form-text.js";
import { readInteger, readText } from "../runtime/scalar-reader.js";
import { listOf, objectOf } from "../runtime/structure.js";
import type { PaymentPutWebhookBody } from "../webhooks/payment-put-webhook.js";

/**
 * The form body of `paymentPutWebhook`. Fields that are undefined or null are left out.
 *
 * @throws FieldError for a value that a form cannot carry.
 */
export function encodePaymentPutWebhookForm(body: PaymentPutWebhookBody): string {
  let form = "";
  objectOf(body, "body");
  form = formField("amount=", body.amount);
  if (body.methods != null)
    for (const item of listOf(body.methods, "methods"))
      if (item != null) form = form + "&methods=" + formText(item, "methods[]");
  return body.amount != null ? form : form.slice(1);
}

/** Reads a form body of `paymentPutWebhook`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodePaymentPutWebhookForm(text: string): DecodeResult<PaymentPutWebhookBody> {
  return readForm(text, { amount: required(readInteger), methods: readList(readText) });
}
