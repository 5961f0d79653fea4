/** What each inferred schema rests on: how many values, and of which examples. */
import type { Origin } from "../diagnostics.js";
import { isJsonArray, isJsonObject, type JsonValue, member } from "./json.js";
import { appendToken } from "./json-pointer.js";
import type { InferredNode, Schema } from "./normal-document.js";

/** A value of an example. */
export interface Sample {
  readonly value: JsonValue;
  /** Of the example that it is in. */
  readonly origin: Origin;
}

/** Where a schema is: the place of the document that has it, and a JSON pointer in it. */
export type SchemaPlace = Pick<InferredNode, "place" | "pointer">;

/**
 * The evidence of an inferred schema and of all in it.
 * @param samples the values that it was inferred from
 */
export function evidenceOf(schema: Schema, samples: readonly Sample[], at: SchemaPlace): readonly InferredNode[] {
  const found: InferredNode[] = [];
  const visit = (node: JsonValue | undefined, values: readonly Sample[], pointer: string): void => {
    if (!isJsonObject(node)) return;
    found.push({ place: at.place, pointer, seen: values.length, examples: distinctOrigins(values) });
    const { anyOf, properties, additionalProperties, items } = node;
    const below = (...keys: readonly string[]) => keys.reduce(appendToken, pointer);
    if (isJsonArray(anyOf)) {
      for (const [index, one] of anyOf.entries()) {
        const own = values.filter(({ value }) => isJsonObject(one) && kindOf(value) === typeName(one["type"]));
        visit(one, own, below("anyOf", String(index)));
      }
      return;
    }
    if (isJsonObject(properties)) {
      for (const [key, property] of Object.entries<JsonValue>(properties)) {
        const own = values.flatMap(({ value, origin }): Sample[] => {
          const child = isJsonObject(value) ? member(value, key) : undefined;
          return child === undefined ? [] : [{ value: child, origin }];
        });
        visit(property, own, below("properties", key));
      }
    }
    visit(additionalProperties, childrenOf(values, isJsonObject), below("additionalProperties"));
    visit(items, childrenOf(values, isJsonArray), below("items"));
  };
  visit(schema, samples, at.pointer);
  return found;
}

/** What stands in those values that are containers of one kind. */
export function childrenOf(samples: readonly Sample[], isContainer: (value: JsonValue) => boolean): readonly Sample[] {
  return samples.flatMap(({ value, origin }) =>
    isContainer(value) && typeof value === "object" && value !== null
      ? Object.values<JsonValue>(value).map((child) => ({ value: child, origin }))
      : [],
  );
}

function distinctOrigins(samples: readonly Sample[]): readonly Origin[] {
  return [...new Map(samples.map(({ origin }) => [`${origin.uri}#${origin.pointer}`, origin])).values()];
}

/** Of alternatives at most one is for numbers, of either kind. */
function typeName(type: JsonValue | undefined): JsonValue | undefined {
  return type === "integer" ? "number" : type;
}

function kindOf(value: JsonValue): string {
  if (value === null) return "null";
  if (isJsonArray(value)) return "array";
  return typeof value === "bigint" ? "number" : typeof value;
}
