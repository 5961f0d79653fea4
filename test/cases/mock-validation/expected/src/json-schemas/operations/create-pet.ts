import type { OperationSchemas } from "../../runtime/json-schema.js";
import { schemaPet } from "../pet.js";

export const schemasOfCreatePet: OperationSchemas = { body: { $ref: () => schemaPet }, responses: {} };
