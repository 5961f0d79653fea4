import type { JsonSchema } from "../runtime/json-schema.js";
import { schemaKind } from "./kind.js";

export const schemaPet: JsonSchema = {
  type: "object",
  required: ["name"],
  properties: {
    name: { type: "string", minLength: 1 },
    parents: { type: "array", maxItems: 2, items: { $ref: () => schemaPet } },
    kind: { $ref: () => schemaKind },
  },
};
