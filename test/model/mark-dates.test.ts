import { describe, expect, it } from "vitest";
import { isDate } from "../../generator/document/dates.js";
import { visitSchemas } from "../../generator/document/visit-schemas.js";
import type { NormalDocument, Schema } from "../../generator/document/normal-document.js";
import { markDates } from "../../generator/model/mark-dates.js";

const moment: Schema = { type: "string", format: "date-time" };
const text: Schema = { type: "string" };

/** The titles of the schemas that are marked in component schemas, of those that have one. */
function marked(schemas: Readonly<Record<string, Schema>>): readonly string[] {
  const entries = Object.entries(schemas).map(([name, schema]) => ({ name, schema }));
  // Only the schemas are looked at.
  const document = { operations: [], webhooks: [], schemas: entries } as unknown as NormalDocument;
  const found: string[] = [];
  for (const { schema } of markDates(document).schemas)
    visitSchemas(schema, (each) => {
      if (isDate(each) && typeof each["title"] === "string") found.push(each["title"]);
    });
  return found;
}

const titled = (title: string, schema: Schema): Schema => ({ ...schema, title });

describe("a date is marked", () => {
  it.each<[string, Schema, boolean]>([
    ["as text", moment, true],
    ["as text or null", { ...moment, type: ["string", "null"] }, true],
    ["as text or a number", { ...moment, type: ["integer", "string"] }, true],
    ["not as a day", { type: "string", format: "date" }, false],
    ["not without a type", { format: "date-time" }, false],
    ["not as one of few", { ...moment, enum: ["2024-05-01T10:30:00Z"] }, false],
  ])("%s", (_, schema, is) => {
    expect(marked({ A: titled("a", schema) })).toEqual(is ? ["a"] : []);
  });

  it("not in the names of properties, nor in what a value is not", () => {
    const name = titled("name", moment);
    expect(marked({ A: { type: "object", propertyNames: name, not: { properties: { a: name } } } })).toEqual([]);
  });
});

describe("in an allOf", () => {
  const base: Schema = {
    properties: {
      at: moment,
      deep: { type: "object", properties: { list: { type: "array", items: moment } } },
      either: { oneOf: [{ type: "integer" }, moment] },
      open: { oneOf: [text, moment] },
    },
  };
  const again: Schema = {
    properties: {
      at: titled("at", text),
      deep: { properties: { list: { items: titled("list", text) } } },
      either: titled("either", text),
      open: titled("open", text),
      other: titled("other", text),
    },
  };

  it("text is a date where another part says so", () => {
    const beside = { A: { allOf: [{ $ref: "#/components/schemas/Base" }, again] }, Base: base };
    expect(marked(beside)).toEqual(["at", "list", "either"]);
  });

  it("and beside it", () => {
    const beside = { A: { ...again, allOf: [{ $ref: "#/components/schemas/Base" }] }, Base: base };
    expect(marked(beside)).toEqual(["at", "list", "either"]);
  });

  it("unless it says more of it", () => {
    const few: Schema = { properties: { at: titled("few", { type: "string", enum: ["a"] }) } };
    expect(marked({ A: { allOf: [{ properties: { at: titled("at", moment) } }, few] } })).toEqual(["at"]);
  });
});
