import type { OperationSchemas } from "../../runtime/json-schema.js";

export const schemasOfAccountList: OperationSchemas = {
  body: {
    type: "object",
    properties: {
      api_key: { type: "string" },
      api_secret: { type: "string" },
      page_size: { type: "integer" },
      page_number: { type: "integer" },
    },
  },
  responses: {
    200: {
      type: "object",
      properties: {
        page_count: { type: "integer" },
        page_number: { type: "integer" },
        page_size: { type: "integer" },
        total_records: { type: "integer" },
        subAccounts: {
          type: "array",
          items: {
            type: "object",
            properties: { id: { type: "string" }, owner_email: { type: "string" }, created_at: { type: "string" } },
            required: ["id", "owner_email", "created_at"],
          },
        },
      },
      required: ["page_count", "page_number", "page_size", "total_records", "subAccounts"],
    },
  },
};
