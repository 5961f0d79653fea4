/** `exemplar infer --batch`: a line of JSON in, a line of JSON out, for programs that have many examples. */
import type { InferOptions } from "./document/infer-options.js";
import { inferSchema } from "./document/infer-schema.js";
import {
  isJsonArray,
  isJsonObject,
  type JsonArray,
  type JsonObject,
  type JsonValue,
  member,
  writeJson,
} from "./document/json.js";
import { isJsonMediaType } from "./document/media-type.js";
import { parseJsonText } from "./document/parse-json-text.js";
import { printInferred } from "./types/print-inferred.js";

export interface BatchAnswer {
  /** With its line end. */
  readonly line: string;
  readonly ok: boolean;
}

/**
 * Answers each line `{"id", "examples": [...]}` or `{"id", "examplesJson": ["text", ...]}` with
 * `{"id", "schema", "typescript"}`, or with `{"id", "error"}`, as soon as it has come. Empty lines have no answer.
 * @param chunks UTF-8
 * @param name of the types
 */
export async function* inferBatch(
  chunks: AsyncIterable<Uint8Array | string>,
  options: InferOptions,
  name: string,
): AsyncGenerator<BatchAnswer> {
  for await (const line of linesOf(chunks)) {
    if (line.trim() !== "") yield answer(line, options, name);
  }
}

/** Lines as NDJSON has them: only a line feed ends one, U+2028 may stand in a string. */
async function* linesOf(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let begun: string[] = [];
  for await (const chunk of chunks) {
    const text = typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    const [first = "", ...others] = text.split("\n");
    begun.push(first);
    for (const other of others) {
      yield begun.join("");
      begun = [other];
    }
  }
  yield begun.join("") + decoder.decode();
}

function answer(line: string, options: InferOptions, name: string): BatchAnswer {
  // A kind is all that inference needs of a number, so what JSON.parse does to long ones is no loss.
  const request = parse(line);
  if (typeof request === "string") return failure(null, `The line is no JSON: ${request}`);
  if (!isJsonObject(request.value)) return failure(null, "The line is no JSON object.");
  const id = exactId(member(request.value, "id") ?? null, line);
  const examples = examplesOf(request.value);
  if (typeof examples === "string") return failure(id, examples);
  const schema = inferSchema(examples, options);
  const answered = [
    `"id":${writeJson(id)}`,
    `"schema":${JSON.stringify(schema)}`,
    `"typescript":${JSON.stringify(printInferred(name, schema))}`,
  ];
  return { line: `{${answered.join(",")}}\n`, ok: true };
}

function failure(id: JsonValue, error: string): BatchAnswer {
  return { line: `${writeJson({ id, error })}\n`, ok: false };
}

/** The value of JSON text, or why it is none. */
function parse(text: string): { readonly value: JsonValue } | string {
  try {
    // JSON.parse is typed `any`; what it returns is a JsonValue by definition.
    return { value: JSON.parse(text) as JsonValue };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What comes back must be what was sent, with every digit. */
function exactId(id: JsonValue, line: string): JsonValue {
  if (typeof id !== "number" || Number.isSafeInteger(id)) return id;
  return member(parseJsonText(line), "id") ?? id;
}

/** Of a body that is JSON, a text that is an object or a list is what it says, as in a document. */
function meantValue(example: JsonValue): JsonValue {
  if (typeof example !== "string" || !/^\s*[[{]/.test(example)) return example;
  const parsed = parse(example);
  return typeof parsed === "string" ? example : parsed.value;
}

/** The examples of a line, or what is wrong with them. */
function examplesOf(request: JsonObject): JsonArray | string {
  const examples = member(request, "examples");
  const texts = member(request, "examplesJson");
  if (examples === undefined && texts === undefined) return "There is neither examples nor examplesJson.";
  if (examples !== undefined && !isJsonArray(examples)) return "examples is no list.";
  if (texts !== undefined && !isJsonArray(texts)) return "examplesJson is no list.";
  const mediaType = member(request, "mediaType");
  const isJsonText = typeof mediaType === "string" && isJsonMediaType(mediaType);
  const values = (examples ?? []).map((example) => (isJsonText ? meantValue(example) : example));
  for (const [index, text] of (texts ?? []).entries()) {
    const parsed = typeof text === "string" ? parse(text) : "it is no string.";
    if (typeof parsed === "string") return `examplesJson[${String(index)}] is no JSON: ${parsed}`;
    values.push(parsed.value);
  }
  return values;
}
