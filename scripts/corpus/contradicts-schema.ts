/** Whether an input contradicts the document's schemas, by a checker that is not ours: then its mock refuses it rightly. */
import addFormats from "ajv-formats";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { isJsonObject, type JsonValue, writeJson } from "../../generator/document/json.js";
import { mapSubschemas } from "../../generator/document/map-subschemas.js";
import type { Schema } from "../../generator/document/normal-document.js";
import type { Model, Operation } from "../../generator/model/model.js";
import { saidSchema } from "../../generator/model/said-schema.js";
import { requestBodies } from "../../generator/view/request-bodies.js";

/** Tells of an input of an operation what in it contradicts its schema; null where nothing does, or nobody can tell. */
export type Contradiction = (operation: Operation, input: Readonly<Record<string, unknown>>) => string | null;

const root = "https://exemplar.test/document";

/** Judges a value by a schema of the document. */
export type Judge = (schema: JsonValue, value: unknown) => readonly ErrorObject[] | null;

/** Prepares a judge; it says null where Ajv cannot make anything of the schema. */
export function judgeFor(model: Model): Judge {
  const ajv = new Ajv2020({ strict: false, logger: false, validateSchema: false, allErrors: true });
  addFormats.default(ajv);
  const schemas = Object.fromEntries(model.schemas.map(({ name, schema }) => [name, saidEverywhere(schema)]));
  ajv.addSchema(rebased({ components: { schemas } }), root);
  const known = new Map<JsonValue, ValidateFunction | null>();
  const compile = (schema: JsonValue) => {
    try {
      return ajv.compile(rebased(isJsonObject(schema) ? saidEverywhere(schema) : schema));
    } catch {
      return null;
    }
  };
  return (schema, value) => {
    const validate = known.get(schema) ?? compile(schema);
    known.set(schema, validate);
    if (validate === null) return null;
    try {
      return validate(asSent(value)) ? [] : (validate.errors ?? []);
    } catch {
      return null;
    }
  };
}

/** Prepares the check. */
export function contradictionsIn(model: Model): Contradiction {
  const judge = judgeFor(model);
  const problem = (schema: JsonValue, value: unknown): string | null => {
    const errors = judge(schema, value) ?? [];
    const words = errors.map(({ instancePath, message = "" }) => `data${instancePath} ${message}`).join(", ");
    return words === "" ? null : words.slice(0, 200);
  };
  return (operation, input) => {
    const { path, query, headers, cookies } = operation.parameters;
    for (const [section, parameters] of Object.entries({ path, query, headers, cookies })) {
      for (const { name, schema } of parameters) {
        const values = input[section];
        const value = isJsonObject(values) ? values[name] : undefined;
        const found = value === undefined ? null : problem(schema, value);
        if (found !== null) return `${section}.${name}: ${found}`;
      }
    }
    const bodies = requestBodies(operation);
    const body = bodies.find(({ mediaTypes }) => mediaTypes.some((type) => type === input["contentType"])) ?? bodies[0];
    if (body === undefined || input["body"] === undefined || body.encoding.kind === "raw") return null;
    const found = problem(body.schema, input["body"]);
    return found === null ? null : `body: ${found}`;
  };
}

/** Dates as the texts that are checked. */
function asSent(value: unknown): unknown {
  if (value instanceof Date) return value.toJSON().replace(".000Z", "Z");
  if (Array.isArray(value)) return value.map(asSent);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries<unknown>(value).map(([key, member]) => [key, asSent(member)]));
}

/** Without what examples alone say. */
function saidEverywhere(schema: Schema): Schema {
  return mapSubschemas(saidSchema(schema), saidEverywhere);
}

/** With references to the one document that has the components. */
function rebased(schema: JsonValue): object {
  const value: unknown = JSON.parse(writeJson(schema).replaceAll('"$ref":"#/', `"$ref":"${root}#/`));
  return Object(value) as object;
}
