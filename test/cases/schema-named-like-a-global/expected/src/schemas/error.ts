import type { RecordSchema } from "./record.js";

export interface ErrorSchema {
  cause?: RecordSchema;
}
