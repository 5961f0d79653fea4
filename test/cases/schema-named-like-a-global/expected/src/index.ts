export * from "./client.js";
export type {
  GetEventOperationInput,
  GetEventOperationResponse,
  GetEventOperationError,
  GetEventOperationResult,
} from "./operations/default/get-event.js";
export type { ErrorSchema } from "./schemas/error.js";
export type { RecordSchema } from "./schemas/record.js";
export type { DateSchema } from "./schemas/date.js";
export type { ApiErrorSchema } from "./schemas/api-error.js";
export type { Event } from "./schemas/event.js";
export type { GetEventResponse } from "./schemas/get-event-response.js";
