import type { JsonSchema } from "../runtime/json-schema.js";

export const schemaPlanAudio: JsonSchema = {
  type: "object",
  properties: {
    type: { type: "string" },
    tollfree_country: { type: "string" },
    premium_country: { type: "string" },
    callout: { type: "integer" },
    ddi_numbers: { type: "integer" },
  },
  required: ["type", "tollfree_country", "premium_country", "callout", "ddi_numbers"],
};
