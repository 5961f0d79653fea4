export { retry, type RetryOptions } from "./runtime/retry.js";
