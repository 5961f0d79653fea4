/** The JSON Schema of an option of a template set, by Ajv: whether it is one, and what it says of a value. */
import type { Ajv2020, ErrorObject } from "ajv/dist/2020.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, writeJson } from "../document/json.js";
import { appendToken } from "../document/json-pointer.js";
import type { Schema } from "../document/normal-document.js";
import { thrownText } from "./thrown-text.js";

/** What is wrong with a schema. */
export interface SchemaProblem {
  /** Into the schema. */
  readonly pointer: string;
  /** A sentence without its end. */
  readonly reason: string;
}

export type OptionSchema =
  | {
      readonly ok: true;
      /** What a value breaks, as in `must be boolean`, and where in it: `.a.b`; null where it fits. */
      readonly violation: (value: JsonValue) => { readonly where: string; readonly words: string } | null;
    }
  | { readonly ok: false; readonly problem: SchemaProblem };

/** What says whether a schema is one; made for the first. */
let checker: Ajv2020 | null = null;

const dialect = "https://json-schema.org/draft/2020-12/schema";

/**
 * Compiles the schema of an option, each by itself: it refers to nothing but its own parts. Throws nothing, nor does what it
 * returns.
 */
export async function readOptionSchema(schema: Schema): Promise<OptionSchema> {
  const [{ Ajv2020: Validating }, { default: formats }, { textMatcher }] = await Promise.all([
    import("ajv/dist/2020.js"),
    import("ajv-formats"),
    import("../model/text-pattern.js"),
  ]);
  const noPatterns: string[] = [];
  // A pattern may not take longer than its text deserves.
  const regExp = (pattern: string) => {
    const matches = textMatcher(pattern);
    if (matches === null) noPatterns.push(pattern);
    return { test: (text: string) => matches?.(text) !== false, toString: () => pattern };
  };
  checker ??= new Validating({ strict: false, logger: false });
  // One of its own, so that two schemas may have one `$id`; without the schemas of schemas, which take long to compile.
  const code = { regExp: Object.assign(regExp, { code: "" }) };
  const ajv = formats.default(
    new Validating({ strict: false, logger: false, meta: false, validateSchema: false, code }),
  );
  const refused = (pointer: string, reason: string): OptionSchema => ({ ok: false, problem: { pointer, reason } });
  try {
    // Without integers beyond numbers, which Ajv does not know.
    const own = JSON.parse(writeJson(schema)) as JsonObject;
    const { $schema = dialect, $async } = own;
    if ($schema !== dialect && $schema !== `${dialect}#`)
      return refused("/$schema", `the schema must be of JSON Schema 2020-12: ${dialect}`);
    if ($async !== undefined) return refused("/$async", "a schema with $async is not held against values at once");
    if (checker.validateSchema(own) !== true) {
      const [error] = checker.errors ?? [];
      const at = error?.instancePath ?? "";
      return refused(at, `the schema is wrong: ${[...at.split("/").slice(-1), wordsOf(error)].join(" ").trim()}`);
    }
    const validate = ajv.compile(own);
    const [noPattern] = noPatterns;
    if (noPattern !== undefined) {
      const [pointer] = memberIn(schema, "pattern", "", (text) => text === noPattern);
      return refused(pointer, `${JSON.stringify(noPattern)} is no regular expression`);
    }
    // What refers to itself without end shows on any value.
    validate(null);
    return {
      ok: true,
      violation: (value) => {
        try {
          if (validate(JSON.parse(writeJson(value)))) return null;
        } catch (error) {
          return { where: "", words: `cannot be held against its schema: ${thrownText(error)}` };
        }
        const [error] = validate.errors ?? [];
        return { where: (error?.instancePath ?? "").replaceAll("/", "."), words: wordsOf(error) };
      },
    };
  } catch (error) {
    if (error instanceof RangeError) return refused("", "the schema refers to itself without end");
    const missing = error instanceof Error && "missingRef" in error ? error.missingRef : null;
    if (typeof missing !== "string") return refused("", `the schema is wrong: ${thrownText(error)}`);
    // Ajv names a reference with the address that it was resolved against.
    const [pointer, reference] = memberIn(schema, "$ref", "", (text) => missing.endsWith(text));
    return refused(pointer, `$ref leads to ${JSON.stringify(reference ?? missing)}, which is not in the schema`);
  }
}

/** What is wrong, as in `must be boolean`. */
function wordsOf(error: ErrorObject | undefined): string {
  const allowed: unknown = error?.keyword === "enum" ? error.params["allowedValues"] : undefined;
  if (allowed !== undefined) return `must be one of ${JSON.stringify(allowed)}`;
  const surplus: unknown = error?.keyword === "additionalProperties" ? error.params["additionalProperty"] : undefined;
  return surplus === undefined ? (error?.message ?? "is not allowed") : `must have no ${JSON.stringify(surplus)}`;
}

/** The pointer of the first member of a name whose text passes a test, and that text; null where there is none. */
function memberIn(
  value: JsonValue,
  name: string,
  pointer: string,
  test: (text: string) => boolean,
): readonly [string, string | null] {
  if (!isJsonArray(value) && !isJsonObject(value)) return ["", null];
  for (const [key, child] of Object.entries<JsonValue>(value)) {
    const at = appendToken(pointer, key);
    if (key === name && typeof child === "string" && test(child)) return [at, child];
    const found = memberIn(child, name, at, test);
    if (found[1] !== null) return found;
  }
  return ["", null];
}
