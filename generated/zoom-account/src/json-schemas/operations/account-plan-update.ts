import type { OperationSchemas } from "../../runtime/json-schema.js";

export const schemasOfAccountPlanUpdate: OperationSchemas = {
  body: {
    type: "object",
    required: ["account_id", "plan", "type"],
    properties: { account_id: { type: "string" }, type: { type: "string" }, plan: { type: "string" } },
  },
  responses: {
    200: {
      type: "object",
      properties: { id: { type: "string" }, updated_at: { type: "string", format: "date-time" } },
      required: ["id", "updated_at"],
    },
  },
};
