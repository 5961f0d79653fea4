import type { OperationSchemas } from "../../runtime/json-schema.js";
import { schemaPet } from "../pet.js";

export const schemasOfListPets: OperationSchemas = {
  query: { properties: { limit: { type: "integer", maximum: 100 } } },
  responses: { 200: { type: "array", items: { $ref: () => schemaPet } } },
};
