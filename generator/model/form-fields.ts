/**
 * How each field of a form body is written: the Encoding Object where there is one, the specification's defaults
 * where there is none. https://spec.openapis.org/oas/v3.1.1.html#encoding-object
 */
import type { Diagnostics } from "../diagnostics.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../document/json.js";
import type { NormalEncoding, NormalMediaType, Schema } from "../document/normal-document.js";
import type { FormField, FormValue } from "./model.js";
import { essentialSchema, objectShape, type SchemaTable, typesOf, dereference } from "./schema-shape.js";

/**
 * The fields of a form body in the order of its properties.
 * @param credentials schemes by the field that carries them
 * @returns null where a field needs a style that cannot be encoded (reported)
 */
export function buildFormFields(
  media: NormalMediaType,
  schema: Schema,
  table: SchemaTable,
  credentials: ReadonlyMap<string, string>,
  diagnostics: Diagnostics,
): readonly FormField[] | null {
  const shape = objectShape(schema, table);
  if (shape === null) return [];
  const fields = [...shape.properties].map(([name, property]): FormField | null => {
    const encoding = media.encoding.find((entry) => entry.property === name) ?? null;
    const style = encoding?.style ?? null;
    if (encoding !== null && ((style !== null && style !== "form") || encoding.allowReserved === true)) {
      diagnostics.add("form-style-unsupported", encoding.origin, {
        property: name,
        style: style ?? "form with allowReserved",
      });
      return null;
    }
    const credential = credentials.get(name) ?? null;
    return {
      name,
      required: shape.required.has(name) && credential === null,
      value: formValue(property, encoding, table),
      credential,
    };
  });
  return fields.every((field) => field !== null) ? fields : null;
}

function formValue(schema: Schema, encoding: NormalEncoding | null, table: SchemaTable): FormValue {
  const essential = essentialSchema(schema, table);
  const values = allowedValues(essential);
  const scalars = values?.filter((value) => typeof value !== "object") ?? [];
  if (values !== null && scalars.length === values.length) return { kind: "enum", values: scalars };
  const types = typesOf(essential);
  const [type] = types;
  if (types.length === 0 && !isComposed(essential)) return { kind: "any" };
  const isJson = types.length !== 1 || type === "object" || values !== null || Object.hasOwn(essential, "prefixItems");
  if (isJson || encoding?.contentType === "application/json") return { kind: "json" };
  if (type === "array") {
    const items = essential["items"];
    const item = formValue(isJsonObject(items) ? items : {}, null, table);
    // A list of lists has no form of its own: each inner list is JSON text.
    const flat: FormValue = item.kind === "list" ? { kind: "json" } : item;
    return { kind: "list", item: flat, explode: encoding?.explode ?? true };
  }
  if (type === "integer" || type === "number" || type === "boolean") return { kind: type };
  return { kind: "string" };
}

/** True for schemas that say something without a type. */
function isComposed(schema: Schema): boolean {
  return ["allOf", "anyOf", "oneOf", "not", "properties", "prefixItems", "items", "enum", "const", "if"].some((key) =>
    Object.hasOwn(schema, key),
  );
}

/** True where a schema is an object whose fields a form can hold: listed, or any. */
export function isFormSchema(schema: Schema, table: SchemaTable): boolean {
  if (objectShape(schema, table) !== null) return true;
  const resolved = dereference(schema, table);
  const isObject = typesOf(resolved).every((type) => type === "object") && resolved["type"] !== "null";
  return isObject && !isComposed(resolved) && !Object.hasOwn(resolved, "patternProperties");
}

/** How fields are written that the schema of a form does not list, or null where it lists all. */
export function buildFormRest(schema: Schema, table: SchemaTable): FormValue | null {
  const shape = objectShape(schema, table);
  const additional = dereference(schema, table)["additionalProperties"];
  if (additional === false || (shape !== null && shape.closed && shape.properties.size > 0)) return null;
  // Beside listed fields the others are of an unknown type (`types/prepare-schema.ts`).
  const isListed = shape !== null && shape.properties.size > 0;
  return isJsonObject(additional) && !isListed ? formValue(additional, null, table) : { kind: "any" };
}

/** The values of `const` or `enum` without null, which no form can carry; null where there is neither. */
function allowedValues(schema: Schema): readonly JsonValue[] | null {
  const { const: only, enum: values } = schema;
  const allowed = only !== undefined ? [only] : isJsonArray(values) ? values : [];
  const present = allowed.filter((value) => value !== null);
  return present.length === 0 ? null : present;
}
