import { describe, expect, it } from "vitest";
import type { Schema } from "../../generator/document/normal-document.js";
import { constraintDoc } from "../../generator/view/constraint-doc.js";

describe("what a schema asks of its values, in a line", () => {
  it.each<[Schema, string | null]>([
    [{ type: "string", format: "email" }, "Format: `email`"],
    [{ format: "email", minLength: 1, maxLength: 64 }, "Format: `email`, length: 1 to 64"],
    [{ minLength: 2, maxLength: 2 }, "Length: 2"],
    [{ minLength: 0, maxLength: 9 }, "Length: at most 9"],
    [{ minLength: 3 }, "Length: at least 3"],
    [{ minLength: 0 }, null],
    [{ pattern: "^a+$" }, "Pattern: `^a+$`"],
    [{ pattern: "a`b" }, null],
    [{ pattern: "x".repeat(101) }, null],
    [{ minimum: 0, maximum: 10, multipleOf: 5 }, "Value: 0 to 10, multiple of: 5"],
    [{ exclusiveMinimum: 0, maximum: 1 }, "Value: more than 0 and at most 1"],
    [{ exclusiveMaximum: 0 }, "Value: less than 0"],
    [{ type: "array", minItems: 1, uniqueItems: true }, "Items: at least 1, all different"],
    [{ maxProperties: 3 }, "Properties: at most 3"],
    [{ contentEncoding: "base64", contentMediaType: "image/png" }, "Encoding: `base64`, media type: `image/png`"],
    [{ minLength: "1", format: 3, description: "x" }, null],
  ])("%j", (schema, want) => {
    expect(constraintDoc(schema)).toBe(want);
  });
});
