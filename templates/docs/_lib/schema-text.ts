/** Schemas in a few words. */
import type { JsonSchema, SchemaReferenceView } from "openapi-exemplar/view";

type References = readonly SchemaReferenceView[];
type Value = JsonSchema[string];

export interface Field {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string | null;
}

/** More values than these say less. */
const mostValues = 12;

/** Deeper is no short text any more. */
const mostDepth = 4;

/** The type of a schema's values on one line, like TypeScript: `string (date)[]`, `Pet | null`. */
export function typeText(schema: Value, references: References, depth = 0): string {
  if (!isObject(schema)) return schema === false ? "never" : "any";
  if (depth > mostDepth) return "…";
  const reference = referenced(schema, references);
  if (reference !== undefined) return reference.id.text;
  const inside = (inner: Value) => typeText(inner, references, depth + 1);
  const { enum: values } = schema;
  if (schema["const"] !== undefined) return valueText(schema["const"]);
  if (Array.isArray(values)) {
    const more = values.length > mostValues ? " | …" : "";
    return values.slice(0, mostValues).map(valueText).join(" | ") + more;
  }
  for (const key of ["oneOf", "anyOf"]) if (isList(schema[key])) return joined(schema[key].map(inside), " | ");
  const types = isList(schema["type"]) ? schema["type"] : [schema["type"]];
  const named = types.flatMap((type) => (typeof type === "string" ? [plainText(type, schema, inside)] : []));
  if (named.length > 0) return joined(named, " | ");
  if (isList(schema["allOf"])) return joined(schema["allOf"].map(inside), " & ");
  return schema["properties"] === undefined ? "any" : "object";
}

function plainText(type: string, { format, items }: JsonSchema, inside: (inner: Value) => string): string {
  if (type === "array") {
    const item = items === undefined ? "any" : inside(items);
    return /[ |&]/.test(item) ? `(${item})[]` : `${item}[]`;
  }
  const isScalar = type !== "object" && type !== "null";
  return typeof format === "string" && isScalar ? `${type} (${format})` : type;
}

/** The properties of a schema, and of what it is composed of, each once. */
export function fieldsOf(schema: Value, references: References): readonly Field[] {
  const fields = new Map<string, Field>();
  const visit = (value: Value, seen: readonly Value[]): void => {
    if (!isObject(value) || seen.includes(value)) return;
    const inside = [...seen, value];
    visit(referenced(value, references)?.schema ?? null, inside);
    if (isList(value["allOf"])) for (const part of value["allOf"]) visit(part, inside);
    const needed = isList(value["required"]) ? value["required"] : [];
    for (const [name, property] of isObject(value["properties"]) ? Object.entries(value["properties"]) : []) {
      const own = isObject(property) ? property["description"] : null;
      fields.set(name, {
        name,
        type: typeText(property, references),
        required: needed.includes(name),
        description: typeof own === "string" ? own : null,
      });
    }
  };
  visit(schema, []);
  return [...fields.values()];
}

function referenced(schema: JsonSchema, references: References): SchemaReferenceView | undefined {
  const { $ref } = schema;
  if (typeof $ref !== "string") return undefined;
  // A JSON pointer in a URI fragment.
  const name = decoded($ref.replace("#/components/schemas/", "")).replaceAll("~1", "/").replaceAll("~0", "~");
  return references.find((reference) => reference.name === name);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function valueText(value: Value): string {
  return typeof value === "bigint" ? String(value) : JSON.stringify(value);
}

function joined(parts: readonly string[], separator: string): string {
  return [...new Set(parts)].join(separator);
}

function isObject(value: Value | undefined): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}
