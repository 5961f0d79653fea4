import type { OperationSchemas } from "../../runtime/json-schema.js";

export const schemasOfAccountDelete: OperationSchemas = {
  body: { type: "object", required: ["account_id"], properties: { account_id: { type: "string" } } },
  responses: {
    200: {
      type: "object",
      properties: { id: { type: "string" }, deleted_at: { type: "string", format: "date-time" } },
      required: ["id", "deleted_at"],
    },
  },
};
