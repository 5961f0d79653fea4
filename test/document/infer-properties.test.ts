/** What is true of inference whatever the examples are. */
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { inferSchema } from "../../generator/document/infer-schema.js";
import { isJsonArray, type JsonObject, type JsonValue } from "../../generator/document/json.js";
import { printInferred } from "../../generator/types/print-inferred.js";
import { createTypePrinter } from "../../generator/types/print-types.js";

/** Keys that are names, that are data, and that are neither; `__proto__`, which Ajv mistakes, is in infer-schema.test.ts. */
const key = fc.oneof(
  fc.constantFrom(
    "id",
    "name",
    "tags",
    "price",
    "2024",
    "2025",
    "en",
    "de",
    "a.b",
    "c.d",
    "__proto__",
    "constructor",
    "",
  ),
  fc.string({ maxLength: 4, unit: "grapheme" }),
);
const scalar = fc.oneof(
  fc.constantFrom(
    "2024-01-02",
    "2024-01-02T03:04:05Z",
    "a@example.com",
    "https://example.com/",
    "127.0.0.1",
    "123",
    "",
  ),
  fc.constantFrom(null, true, false, 0, 1, -1.5, 1e21),
  fc.string({ maxLength: 5 }),
);
const { json } = fc.letrec<{ json: JsonValue }>((tie) => ({
  json: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    scalar,
    fc.array(tie("json"), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie("json")), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
}));
const examples = fc.array(json, { minLength: 1, maxLength: 5 });

function acceptsAll(schema: JsonObject, values: readonly JsonValue[]): boolean {
  const validate = new Ajv2020({ strict: false, ownProperties: true, validateFormats: false, logger: false }).compile(
    schema,
  );
  return values.every((value) => validate(value));
}

/** Text that is the same for schemas that differ in the order of keys alone. */
function canonical(value: JsonValue): string {
  return JSON.stringify(value, (at, inner: JsonValue) => {
    if (isJsonArray(inner)) return at === "prefixItems" ? inner : inner.map(canonical).sort();
    if (typeof inner !== "object" || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

describe("inference", () => {
  it("accepts its examples, as Ajv sees it", () => {
    fc.assert(
      fc.property(examples, (values) => {
        expect(acceptsAll(inferSchema(values), values)).toBe(true);
      }),
    );
  });

  it("does not depend on the order of the examples", () => {
    fc.assert(
      fc.property(
        examples.chain((values) =>
          fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length })),
        ),
        ([values, shuffled]) => {
          expect(canonical(inferSchema(shuffled))).toBe(canonical(inferSchema(values)));
        },
      ),
    );
  });

  it("is wider with another example, never narrower: of what was accepted nothing is refused", () => {
    fc.assert(
      fc.property(examples, json, fc.constantFrom("seen" as const, "never" as const), (values, another, required) => {
        expect(acceptsAll(inferSchema([...values, another], { required }), [...values, another])).toBe(true);
      }),
    );
  });

  it("gives types that compile, the same by both printers", () => {
    const samples = fc.sample(examples, { numRuns: 60, seed: 7 });
    const modules = samples.flatMap((values, index) => {
      const schema = inferSchema(values);
      const quick = printInferred(`Quick${String(index)}`, schema);
      const { declaration } = createTypePrinter([], () => "").declare(`Slow${String(index)}`, schema);
      const pair = `${quick}\n${declaration}\nexport const same${String(index)}: Eq<Quick${String(index)}, Slow${String(index)}> = true;`;
      return [pair];
    });
    const eq =
      "type Eq<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;\n";
    expect(errorsOf(eq + modules.join("\n"))).toEqual([]);
  });
});

function errorsOf(text: string): readonly string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version, ...rest) =>
    name === "types.ts" ? ts.createSourceFile(name, text, version, true) : getSourceFile(name, version, ...rest);
  const program = ts.createProgram(["types.ts"], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ messageText, start = 0 }) =>
        `${ts.flattenDiagnosticMessageText(messageText, " ")} ${text.slice(start, start + 80)}`,
    );
}
