/** Whether an input contradicts the document's schemas, by a checker that is not ours: then its mock refuses it rightly. */
import addFormats from "ajv-formats";
import { Ajv2020 } from "ajv/dist/2020.js";
import { isJsonObject, type JsonValue, writeJson } from "../../generator/document/json.js";
import type { Model, Operation } from "../../generator/model/model.js";
import { requestBodies } from "../../generator/view/request-bodies.js";

/** Tells of an input of an operation what in it contradicts its schema; null where nothing does, or nobody can tell. */
export type Contradiction = (operation: Operation, input: Readonly<Record<string, unknown>>) => string | null;

const root = "https://exemplar.test/document";

/** Prepares the check. */
export function contradictionsIn(model: Model): Contradiction {
  const ajv = new Ajv2020({ strict: false, logger: false, validateSchema: false, allErrors: true });
  addFormats.default(ajv);
  const schemas = Object.fromEntries(model.schemas.map(({ name, schema }) => [name, schema]));
  ajv.addSchema(rebased({ components: { schemas } }), root);
  const problem = (schema: JsonValue, value: unknown): string | null => {
    try {
      const validate = ajv.compile(rebased(schema));
      return validate(value) ? null : ajv.errorsText(validate.errors).slice(0, 200);
    } catch {
      return null;
    }
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

/** With references to the one document that has the components. */
function rebased(schema: JsonValue): object {
  const value: unknown = JSON.parse(writeJson(schema).replaceAll('"$ref":"#/', `"$ref":"${root}#/`));
  return Object(value) as object;
}
