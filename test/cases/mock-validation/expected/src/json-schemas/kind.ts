import type { JsonSchema } from "../runtime/json-schema.js";

export const schemaKind: JsonSchema = { enum: ["cat", "dog"] };
