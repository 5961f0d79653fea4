import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../generator/document/json.js";
import type { Schema } from "../../generator/document/normal-document.js";
import { readOptionSchema } from "../../generator/output/option-schema.js";

async function says(schema: Schema, value: JsonValue = "x"): Promise<string | null> {
  const read = await readOptionSchema(schema);
  if (!read.ok) return `${read.problem.pointer}: ${read.problem.reason}`;
  const broken = read.violation(value);
  return broken && `${broken.where} ${broken.words}`;
}

const list: Schema = { type: "object", properties: { next: { $ref: "#" } }, additionalProperties: false };

describe("the schema of an option", () => {
  it.each<[string, Schema, string]>([
    ["a type that is none", { type: "strnig" }, "/type: the schema is wrong: type must be one of"],
    ["a pattern that is none", { items: { pattern: "(" } }, '/items/pattern: "(" is no regular expression'],
    [
      "a part that is not there",
      { anyOf: [{ $ref: "#/nope" }] },
      '/anyOf/0/$ref: $ref leads to "#/nope", which is not',
    ],
    ["another file", { $ref: "http://127.0.0.1/x" }, '/$ref: $ref leads to "http://127.0.0.1/x", which is not'],
    ["itself without end", { $ref: "#" }, ": the schema refers to itself without end"],
    ["what is awaited", { $async: true, type: "string" }, "/$async: a schema with $async"],
    ["another dialect", { $schema: "http://json-schema.org/draft-04/schema#" }, "/$schema: the schema must be of"],
    ["one anchor twice", { $defs: { a: { $anchor: "x" }, b: { $anchor: "x" } } }, ": the schema is wrong"],
  ])("is refused for %s", async (_, schema, reason) => {
    expect(await says(schema)).toContain(reason);
  });

  it("may have an address that another has too", async () => {
    const schemas = [
      { $id: "http://x/", type: "string" },
      { $id: "http://x/", type: "number" },
    ];
    expect(await Promise.all(schemas.map((schema) => says(schema)))).toEqual([null, " must be number"]);
  });

  it("may hold itself", async () => {
    expect(await says(list, { next: { next: {} } })).toBeNull();
    expect(await says(list, { next: { next: { end: 1 } } })).toBe('.next.next must have no "end"');
  });

  it("takes integers beyond numbers", async () => {
    expect(await says({ type: "integer", maximum: 9007199254740993n }, 9007199254740993n)).toBeNull();
  });

  it("tries a pattern that goes back in time that its text deserves", async () => {
    expect(await says({ type: "string", pattern: "^(a+)+$" }, `${"a".repeat(50_000)}!`)).toContain(
      "must match pattern",
    );
  });
});
