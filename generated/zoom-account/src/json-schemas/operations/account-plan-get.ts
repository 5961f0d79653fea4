import type { OperationSchemas } from "../../runtime/json-schema.js";
import { schemaPlanAudio } from "../plan-audio.js";

export const schemasOfAccountPlanGet: OperationSchemas = {
  body: { type: "object", required: ["account_id"], properties: { account_id: { type: "string" } } },
  responses: {
    200: {
      type: "object",
      properties: {
        email: { type: "string" },
        first_name: { type: "string" },
        last_name: { type: "string" },
        phone_number: { type: "string" },
        address: { type: "string" },
        apt: { type: "string" },
        city: { type: "string" },
        state: { type: "string" },
        zip: { type: "string" },
        country: { type: "string" },
        plan_base: {
          type: "object",
          properties: { type: { type: "string" }, hosts: { type: "integer" } },
          required: ["type", "hosts"],
        },
        plan_zoom_rooms: {
          type: "object",
          properties: { type: { type: "string" }, hosts: { type: "integer" } },
          required: ["type", "hosts"],
        },
        plan_room_connector: {
          type: "object",
          properties: { type: { type: "string" }, hosts: { type: "integer" } },
          required: ["type", "hosts"],
        },
        plan_large_meeting: {
          type: "array",
          items: {
            type: "object",
            properties: { type: { type: "string" }, hosts: { type: "integer" } },
            required: ["type", "hosts"],
          },
        },
        plan_webinar: {
          type: "array",
          items: {
            type: "object",
            properties: { type: { type: "string" }, hosts: { type: "integer" } },
            required: ["type", "hosts"],
          },
        },
        plan_recording: { type: "string" },
        plan_audio: { $ref: () => schemaPlanAudio },
      },
      required: [
        "email",
        "first_name",
        "last_name",
        "phone_number",
        "address",
        "apt",
        "city",
        "state",
        "zip",
        "country",
        "plan_base",
        "plan_zoom_rooms",
        "plan_room_connector",
        "plan_large_meeting",
        "plan_webinar",
        "plan_recording",
        "plan_audio",
      ],
    },
  },
};
