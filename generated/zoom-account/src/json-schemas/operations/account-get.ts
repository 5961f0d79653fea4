import type { OperationSchemas } from "../../runtime/json-schema.js";

export const schemasOfAccountGet: OperationSchemas = {
  body: { type: "object", required: ["account_id"], properties: { account_id: { type: "string" } } },
  responses: {
    200: {
      type: "object",
      properties: {
        id: { type: "string" },
        owner_id: { type: "string" },
        owner_email: { type: "string" },
        created_at: { type: "string", format: "date-time" },
      },
      required: ["id", "owner_id", "owner_email", "created_at"],
    },
  },
};
