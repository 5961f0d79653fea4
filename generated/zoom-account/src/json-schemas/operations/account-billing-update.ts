import type { OperationSchemas } from "../../runtime/json-schema.js";

export const schemasOfAccountBillingUpdate: OperationSchemas = {
  body: {
    type: "object",
    required: ["account_id"],
    properties: {
      account_id: { type: "string" },
      first_name: { type: "string" },
      last_name: { type: "string" },
      phone_number: { type: "string" },
      address: { type: "string" },
      apt: { type: "string" },
      city: { type: "string" },
      country: { type: "string" },
      state: { type: "string" },
      zip: { type: "string" },
    },
  },
  responses: {
    200: {
      type: "object",
      properties: { id: { type: "string" }, updated_at: { type: "string", format: "date-time" } },
      required: ["id", "updated_at"],
    },
  },
};
