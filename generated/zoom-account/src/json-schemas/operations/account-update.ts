import type { OperationSchemas } from "../../runtime/json-schema.js";

export const schemasOfAccountUpdate: OperationSchemas = {
  body: {
    type: "object",
    required: ["account_id"],
    properties: {
      account_id: { type: "string" },
      enable_share_rc: { type: "string" },
      share_rc: { type: "string" },
      enable_share_mc: { type: "string" },
      share_mc: { type: "string" },
      pay_mode: { type: "string" },
      collection_method: { type: "string" },
      enable_pstn: { type: "boolean" },
      enable_call_out: { type: "boolean" },
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
      properties: { id: { type: "string" }, updated_at: { type: "string", format: "date-time" } },
      required: ["id", "updated_at"],
    },
  },
};
