export { SchemaError, type StandardSchema, validated, withSchemas } from "./runtime/validate.js";
