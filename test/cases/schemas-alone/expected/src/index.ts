export * from "./client.js";
export type { ErrorSchema } from "./schemas/error.js";
