export * from "./new-order-webhook.js";
export * from "./payment-put-webhook.js";
export * from "./payment-delete-webhook.js";
export * from "./ping-webhook.js";
