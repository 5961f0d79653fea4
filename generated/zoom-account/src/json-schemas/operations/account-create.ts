import type { OperationSchemas } from "../../runtime/json-schema.js";

export const schemasOfAccountCreate: OperationSchemas = {
  body: {
    type: "object",
    required: ["email", "first_name", "last_name", "password"],
    properties: {
      email: { type: "string" },
      first_name: { type: "string" },
      last_name: { type: "string" },
      password: { type: "string" },
      enable_share_rc: { type: "boolean" },
      share_rc: { type: "string" },
      enable_share_mc: { type: "boolean" },
      share_mc: { type: "string" },
      pay_mode: { type: "string" },
      collection_method: { type: "string" },
      enable_pstn: { type: "boolean" },
      enable_enforce_login: { type: "boolean" },
      enable_enforce_login_sd: { type: "boolean" },
      enforce_login_domains: { type: "string" },
      meeting_capacity: { type: "string" },
      disable_cmr_reminder: { type: "boolean" },
      enable_only_host_download_cmr: { type: "boolean" },
      enable_same_account_access_cmr: { type: "boolean" },
    },
  },
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
