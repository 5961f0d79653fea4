/** Schemas from examples: where a media type has examples, and a schema that is missing or says nothing. */
import { collectDiagnostics, type Diagnostics } from "../diagnostics.js";
import type { InferOptions } from "./infer-options.js";
import { inferSchema } from "./infer-schema.js";
import type { JsonValue } from "./json.js";
import { parseJson } from "./parse-json.js";
import { parseYaml } from "./parse-yaml.js";
import { isJsonMediaType } from "./media-type.js";
import type {
  NormalDocument,
  NormalExample,
  NormalIncoming,
  NormalMediaType,
  NormalOperation,
  Schema,
} from "./normal-document.js";

/**
 * Fills in the schemas that examples can tell.
 * @returns the document; media types that got a schema name the examples it was inferred from
 */
export function inferSchemas(
  document: NormalDocument,
  options: InferOptions,
  diagnostics: Diagnostics,
): NormalDocument {
  const complete = (media: NormalMediaType): NormalMediaType => inferMediaType(media, options, diagnostics);
  const completeOperation = (operation: NormalOperation): NormalOperation => ({
    ...operation,
    requestBody: operation.requestBody && {
      ...operation.requestBody,
      content: operation.requestBody.content.map(complete),
    },
    responses: operation.responses.map((response) => ({ ...response, content: response.content.map(complete) })),
    callbacks: operation.callbacks.map(completeIncoming),
  });
  const completeIncoming = (incoming: NormalIncoming): NormalIncoming => ({
    ...incoming,
    operation: completeOperation(incoming.operation),
  });
  return {
    ...document,
    operations: document.operations.map(completeOperation),
    webhooks: document.webhooks.map(completeIncoming),
  };
}

function inferMediaType(media: NormalMediaType, options: InferOptions, diagnostics: Diagnostics): NormalMediaType {
  const examples = isJsonMediaType(media.mediaType)
    ? media.examples.flatMap((example) => parseTextExample(example, media.schema, diagnostics))
    : media.examples;
  if (examples.length === 0 || (media.schema !== null && !saysNothing(media.schema))) return { ...media, examples };
  const isText = !isJsonMediaType(media.mediaType) && examples.every(({ value }) => typeof value === "string");
  const schema: Schema = isText
    ? { type: "string" }
    : inferSchema(
        examples.map(({ value }) => value),
        options,
      );
  return { ...media, examples, schema, inferredFrom: examples.map(({ origin }) => origin) };
}

/** A JSON body given as text is the value that the text holds, unless the schema says that the body is a string. */
function parseTextExample(
  example: NormalExample,
  schema: Schema | null,
  diagnostics: Diagnostics,
): readonly NormalExample[] {
  if (typeof example.value !== "string" || (schema !== null && !saysNothing(schema) && schema["type"] === "string"))
    return [example];
  if (!/^\s*[[{]/.test(example.value)) return [example];
  try {
    // JSON.parse is typed `any`; what it returns is a JsonValue by definition.
    const value = JSON.parse(example.value) as JsonValue;
    // With every digit of integers that a number does not hold.
    const exact = parseJson(example.value) ?? parseYaml("", example.value, collectDiagnostics());
    return [{ ...example, value: exact === null ? value : exact.value }];
  } catch (error) {
    diagnostics.add("example-not-json", example.origin, { reason: error instanceof Error ? error.message : "" });
    return [];
  }
}

/** True for `{}`, and for `type: object` or `array` with nothing that says what is inside. */
function saysNothing(schema: Schema): boolean {
  const prose = new Set([
    "title",
    "description",
    "example",
    "examples",
    "default",
    "$comment",
    "externalDocs",
    "deprecated",
    "type",
  ]);
  const silent = Object.keys(schema).every((key) => prose.has(key) || key.startsWith("x-"));
  const type = schema["type"];
  return silent && (type === undefined || type === "object" || type === "array");
}
