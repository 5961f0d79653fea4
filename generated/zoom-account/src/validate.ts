import type { Client } from "./client.js";
import { type StandardSchema, withSchemas as withAnySchemas } from "./runtime/validate.js";

export { SchemaError, type StandardSchema, validated } from "./runtime/validate.js";

/** The names of the operations in the document. */
export type OperationName =
  | "accountBillingUpdate"
  | "accountCreate"
  | "accountDelete"
  | "accountGet"
  | "accountList"
  | "accountPlanAdd"
  | "accountPlanGet"
  | "accountPlanSubscribe"
  | "accountPlanUpdate"
  | "accountUpdate";

/** Schemas of data, by the names of operations. */
export type Schemas = { readonly [Name in OperationName]?: StandardSchema };

/** A client that checks the data of some operations. Their types stay those of the document. */
export function withSchemas(client: Client, schemas: Schemas): Client {
  return withAnySchemas(client, schemas);
}
