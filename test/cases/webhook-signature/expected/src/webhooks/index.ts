export * from "./push-webhook.js";
export * from "./signature.js";
