/** JSON Schema from example values: what was seen, and no more. */
import type { InferOptions } from "./infer-options.js";
import { type Kind, type ObjectSighting, sight, type Sighting } from "./infer-sighting.js";
import { jsonObject, type JsonObject, type JsonValue } from "./json.js";

/** Names of quantities: an integer in an example is a number that happens to be whole. */
const quantities = /(?:^|[^a-z])(?:price|rate|rating|score|tax|cost|discount|balance|percent|percentage)$/;

/**
 * A schema (JSON Schema 2020-12) that all examples of one place satisfy. Objects stay open, nothing is an enum or a
 * literal, null alone is unknown (`{}`), and so is what stands more than 512 levels deep.
 * @param examples values of one place: the examples of one media type, say
 * @param options by default `{ required: "seen" }`
 * @returns a schema without references; every schema of an object has `x-exemplar-seen`, how many objects were seen
 * there. `{}` where there is no example
 */
export function inferSchema(examples: readonly JsonValue[], options: InferOptions = { required: "seen" }): JsonObject {
  return schemaOf(sight(examples), options);
}

/** The schema of one kind: its type, and whatever else is known. */
interface Part {
  readonly type: Kind;
  readonly keywords: JsonObject;
}

function schemaOf(sighting: Sighting, options: InferOptions): JsonObject {
  const parts = [...sighting.kinds].filter((kind) => kind !== "null").map((kind) => partOf(kind, sighting, options));
  const nullable: readonly Kind[] = sighting.kinds.has("null") ? ["null"] : [];
  const [first] = parts;
  if (first === undefined) return {};
  if (parts.length === 1 || parts.every((part) => Object.keys(part.keywords).length === 0)) {
    const types = [...parts.map((part) => part.type), ...nullable];
    return { type: types.length === 1 ? first.type : types, ...first.keywords };
  }
  return {
    anyOf: [...parts.map((part) => ({ type: part.type, ...part.keywords })), ...nullable.map((type) => ({ type }))],
  };
}

function partOf(kind: Kind, sighting: Sighting, options: InferOptions): Part {
  if (kind === "object" && sighting.objects !== null) {
    return { type: kind, keywords: objectKeywords(sighting.objects, options) };
  }
  if (kind === "array" && sighting.items !== null) {
    const items = schemaOf(sighting.items, options);
    return { type: kind, keywords: Object.keys(items).length === 0 ? {} : { items } };
  }
  if (kind === "string" && sighting.format !== null) return { type: kind, keywords: { format: sighting.format } };
  if (kind === "integer" && isQuantity(sighting.name)) return { type: "number", keywords: {} };
  return { type: kind, keywords: {} };
}

function objectKeywords({ count, members }: ObjectSighting, options: InferOptions): JsonObject {
  const seen = { "x-exemplar-seen": count };
  if (members.kind === "record") return { additionalProperties: schemaOf(members.value, options), ...seen };
  const properties = [...members.properties];
  if (properties.length === 0) return seen;
  const claims = options.required === "seen" || (options.required === "repeated" && count > 1);
  const required = claims ? properties.filter(([, property]) => property.count === count).map(([key]) => key) : [];
  return {
    properties: jsonObject(properties.map(([key, { value }]) => [key, schemaOf(value, options)] as const)),
    ...(required.length === 0 ? {} : { required }),
    ...seen,
  };
}

/** `price`, `unit_price` and `unitPrice`, but not `enterprise`. */
function isQuantity(name: string | null): boolean {
  return (
    name !== null &&
    quantities.test(
      name
        .slice(-64)
        .replace(/([a-z\d])([A-Z])/g, "$1_$2")
        .toLowerCase(),
    )
  );
}
