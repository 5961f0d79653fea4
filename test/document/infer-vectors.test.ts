/** The conformance vectors for inference, where they are at hand: types as the TypeScript checker sees them, and schemas. */
import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { inferSchema } from "../../generator/document/infer-schema.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../generator/document/json.js";

interface Vector {
  readonly id: string;
  readonly level: "must" | "should";
  readonly examples?: readonly JsonValue[];
  readonly examplesJson?: readonly string[];
  readonly mediaType?: string;
  readonly expectType: string;
  readonly expectTypeAnyOf?: readonly string[];
  readonly expectSchema?: JsonObject;
}

const vectors = JSON.parse(
  readFileSync(new URL("../vectors/inference.json", import.meta.url), "utf8"),
) as readonly Vector[];

/** The examples as the caller of `inferSchema` passes them: JSON in a string is unwrapped where the media type is JSON. */
function examplesOf({ examples = [], examplesJson = [], mediaType }: Vector): readonly JsonValue[] {
  const parsed = examplesJson.map((json) => JSON.parse(json) as JsonValue);
  if (mediaType !== "application/json") return [...examples, ...parsed];
  return examples.map((value) => (typeof value === "string" ? (JSON.parse(value) as JsonValue) : value));
}

describe("conformance vectors", () => {
  it("infers the expected types", () => {
    const inferred = vectors.map((vector) => printType(inferSchema(examplesOf(vector))));
    const wrong = unequalTypes(
      vectors.map((vector, index) => ({
        type: inferred[index] ?? "",
        expected: vector.expectTypeAnyOf ?? [vector.expectType],
      })),
    );
    expect(wrong.map((index) => ({ id: vectors[index]?.id, inferred: inferred[index] }))).toEqual([]);
  });

  it.each(vectors.filter((vector) => vector.expectSchema !== undefined))(
    "infers the expected schema: $id",
    (vector) => {
      expect(withoutCounts(inferSchema(examplesOf(vector)))).toEqual(vector.expectSchema);
    },
  );
});

/** A schema without the counts of objects, which the vectors do not know. */
function withoutCounts(schema: JsonObject): unknown {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) => (key === "x-exemplar-seen" ? undefined : value));
}

/** Canonical TypeScript text: every key quoted, every union and array in brackets. */
function printType(schema: JsonValue | undefined): string {
  if (!isJsonObject(schema)) return "unknown";
  const { anyOf, type } = schema;
  if (isJsonArray(anyOf)) return union(anyOf.map(printType));
  if (isJsonArray(type)) return union(type.map((one) => printType({ ...schema, type: one })));
  if (type === "array") return `(${printType(schema["items"])})[]`;
  if (type === "object") return printObject(schema);
  if (type === "integer") return "number";
  return typeof type === "string" ? type : "unknown";
}

function union(members: readonly string[]): string {
  return `(${members.join(" | ")})`;
}

function printObject({ properties, additionalProperties, required }: JsonObject): string {
  if (!isJsonObject(properties)) return `Record<string, ${printType(additionalProperties)}>`;
  const isRequired = (key: string) => isJsonArray(required) && required.includes(key);
  const members = Object.entries(properties).map(
    ([key, value]) => `${JSON.stringify(key)}${isRequired(key) ? "" : "?"}: ${printType(value)}`,
  );
  return `{ ${members.join("; ")} }`;
}

/** The indices of those types that are identical to none of the expected ones, as the TypeScript checker sees it. */
function unequalTypes(
  cases: readonly { readonly type: string; readonly expected: readonly string[] }[],
): readonly number[] {
  const head =
    "type Eq<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false; " +
    "type Some<T extends boolean[]> = true extends T[number] ? true : false;";
  const lines = cases.map(({ type, expected }, index) => {
    const alternatives = expected.filter((one) => one !== "Recursive").map((one) => `Eq<${type}, ${one}>`);
    return `export const c${index}: Some<[${alternatives.join(", ")}]> = true;`;
  });
  const options: ts.CompilerOptions = { strict: true, noEmit: true, types: [], target: ts.ScriptTarget.ES2022 };
  const host = ts.createCompilerHost(options);
  const source = ts.createSourceFile("cases.ts", [head, ...lines].join("\n"), ts.ScriptTarget.ES2022);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => (name === "cases.ts" ? source : getSourceFile(name, ...rest));
  const problems = ts.createProgram(["cases.ts"], options, host);
  return [...problems.getSyntacticDiagnostics(source), ...problems.getSemanticDiagnostics(source)].map(
    ({ start }) => source.getLineAndCharacterOfPosition(start ?? 0).line - 1,
  );
}
