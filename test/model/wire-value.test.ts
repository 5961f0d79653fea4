import { describe, expect, it } from "vitest";
import type { Schema } from "../../generator/document/normal-document.js";
import type { SchemaTable } from "../../generator/model/schema-shape.js";
import type { WireField } from "../../generator/model/wire.js";
import { isNullable, jsonTypesOf, structureOf } from "../../generator/model/wire-structure.js";
import { nestedValue, styledValue } from "../../generator/model/wire-value.js";
import { shownWire } from "./shown-wire.js";

const none: SchemaTable = new Map();
const text = { type: "string" };
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

describe("the structure of a schema", () => {
  it.each<[string, Schema, string]>([
    ["a string", text, "string"],
    ["a date", { type: "string", format: "date" }, "string:date"],
    ["bytes in 3.0", { type: "string", format: "byte" }, "string:base64"],
    ["bytes in 3.1", { type: "string", contentEncoding: "base64url" }, "string:base64url"],
    ["a number or null", { type: ["number", "null"] }, "number"],
    ["two scalars", { type: ["integer", "string"] }, "integer|string"],
    ["an enum", { enum: ["a", 1, null, 1.5, true] }, "string|integer|number|boolean(a,1,1.5,true)"],
    ["a const", { const: 5 }, "integer(5)"],
    ["a union of scalars", { oneOf: [text, { type: "integer" }, { type: "null" }] }, "string|integer"],
    ["a union of values", { anyOf: [{ const: "a" }, { enum: ["b", "a"] }] }, "string(a,b)"],
    ["values, or any text", { anyOf: [{ enum: ["a"] }, text] }, "string"],
    ["dates, in two ways", { oneOf: [{ const: null }, { type: "string", format: "date" }] }, "string:date"],
    ["a reference with a description", { allOf: [text], description: "x" }, "string"],
  ])("%s is a scalar", (_, schema, scalar) => {
    const structure = structureOf(schema, none);
    expect(structure.kind === "scalar" && shownWire({ kind: "text", scalar: structure.scalar })).toBe(scalar);
  });

  it.each<[string, Schema, string]>([
    ["a list", { type: "array", items: text }, "list"],
    ["items alone", { items: text }, "list"],
    ["a list or null", { type: ["array", "null"] }, "list"],
    ["properties alone", { properties: { a: text } }, "object"],
    ["any object", { type: "object" }, "object"],
    ["objects put together", { allOf: [{ properties: { a: text } }, { properties: { b: text } }] }, "object"],
    ["nothing", {}, "mixed"],
    ["a tuple", { type: "array", prefixItems: [text] }, "mixed"],
    ["names by a pattern", { type: "object", patternProperties: { "^x": text } }, "mixed"],
    ["a list or a scalar", { oneOf: [{ type: "array" }, text] }, "mixed"],
    ["objects of two shapes", { oneOf: [{ properties: { a: text } }, { properties: { b: text } }] }, "mixed"],
    ["values that are no scalars", { enum: ["a", [1]] }, "mixed"],
  ])("%s: %#", (_, schema, kind) => {
    expect(structureOf(schema, none).kind).toBe(kind);
  });

  it.each<[Schema, readonly string[]]>([
    [{ oneOf: [{ type: "array" }, text, { type: "null" }] }, ["array", "string", "null"]],
    [{ type: ["object", "string"] }, ["object", "string"]],
    [{ oneOf: [text, {}] }, []],
    [{}, []],
    [{ type: ["array", "null"] }, ["array", "null"]],
  ])("of %j has the types %j", (schema, types) => {
    expect(jsonTypesOf(schema, none)).toEqual(types);
  });

  it.each<[Schema, boolean]>([
    [{ type: ["object", "null"] }, true],
    [{ type: "object" }, false],
    [{ enum: ["a", null] }, true],
    [{ const: null }, true],
    [{ anyOf: [text, { type: "null" }] }, true],
    [{ anyOf: [text, { type: "object" }] }, false],
    [{ allOf: [text, { description: "says nothing" }] }, false],
    [{ allOf: [{ type: ["string", "null"] }, { description: "says nothing" }] }, true],
    [{ properties: {} }, false],
    [{}, true],
  ])("of %j allows null: %s", (schema, allowed) => {
    expect(isNullable(schema, none)).toBe(allowed);
  });

  it.each<[string, Schema, Schema | null]>([
    ["listed alone", { properties: { a: text } }, null],
    ["listed, and any others", { properties: { a: text }, additionalProperties: true }, {}],
    ["listed, and others of a type", { properties: { a: text }, additionalProperties: text }, text],
    ["any", { type: "object" }, {}],
    ["none", { type: "object", additionalProperties: false }, null],
    ["none, in other words", { type: "object", additionalProperties: { not: {} } }, null],
  ])("members: %s", (_, schema, rest) => {
    expect(structureOf(schema, none)).toMatchObject({ kind: "object", rest });
  });

  it("takes no more time for unions of unions of unions", () => {
    const level = (index: number) => ({ oneOf: Array.from({ length: 20 }, () => ref(`S${index + 1}`)) });
    const table = new Map<string, Schema>(Array.from({ length: 30 }, (_, index) => [`S${index}`, level(index)]));
    table.set("S30", text).set("Self", { anyOf: [ref("Self"), ref("Self"), text] });
    expect(structureOf(ref("S0"), table)).toEqual({ kind: "mixed", types: [] });
    expect(structureOf(ref("S29"), table)).toMatchObject({ kind: "scalar" });
    expect(isNullable(ref("S0"), table)).toBe(false);
    expect(structureOf(ref("Self"), table).kind).toBe("mixed");
  });
});

const list = { type: "array", items: { type: "integer" } };
const flat = { type: "object", properties: { a: text, b: list }, required: ["a"] };
const deep = { type: "object", properties: { o: flat, l: { type: "array", items: flat } } };

describe("a style", () => {
  it.each<[string, boolean, Schema, string]>([
    ["form", true, text, "string"],
    ["form", false, list, "delimited , [integer]"],
    ["spaceDelimited", false, list, "delimited   [integer]"],
    ["pipeDelimited", false, list, "delimited | [integer]"],
    ["form", true, list, "same [integer]"],
    ["form", false, flat, "delimited , {a!: string, b: json(array)}"],
    ["form", true, flat, "flat {a!: string, b: delimited , [integer]}"],
    [
      "form",
      true,
      deep,
      "flat {o: {a!: string, b: indices [integer]}, l: indices [{a!: string, b: indices [integer]}]}",
    ],
    ["form", true, { type: "array", items: flat }, "indices [{a!: string, b: indices [integer]}]"],
    ["deepObject", true, flat, "{a!: string, b: indices [integer]}"],
    // Nothing is known of the items: they are named as scalars are.
    ["form", true, { type: "array" }, "same [any() lists same, objects json?]"],
    ["form", true, { type: ["array", "string"], items: text }, "either string or same [string]"],
    [
      "form",
      false,
      { oneOf: [flat, { type: "integer" }] },
      "either integer or delimited , {a!: string, b: json(array)}",
    ],
    ["form", true, { oneOf: [flat, deep] }, "any(object) lists same, objects flat"],
    ["form", false, {}, "any() lists comma, objects comma"],
  ])("%s, explode %s, of %j", (style, explode, schema, how) => {
    expect(shownWire(styledValue(schema, style, explode, "indices", none))).toBe(how);
  });
});

describe("brackets", () => {
  it.each([
    ["indices", "{o: {a!: string, b: indices [integer]}, l: indices [{a!: string, b: indices [integer]}]}"],
    ["brackets", "{o: {a!: string, b: brackets [integer]}, l: brackets [{a!: string, b: brackets [integer]}]}"],
    // Without a name of their own, members of one item could not be told from those of the next.
    ["same", "{o: {a!: string, b: same [integer]}, l: same [json(object)]}"],
    ["comma", "{o: {a!: string, b: delimited , [integer]}, l: delimited , [json(object)]}"],
  ] as const)("lists as %s", (lists, how) => {
    expect(shownWire(nestedValue(deep, lists, none))).toBe(how);
  });

  it("say what may be null, and what others there are", () => {
    const schema = {
      properties: { a: { type: ["string", "null"] }, __proto__x: {} },
      additionalProperties: { type: "integer" },
    };
    expect(shownWire(nestedValue(schema, "indices", none))).toBe(
      "{a: string?, __proto__x: any() lists indices, objects brackets?, …: integer}",
    );
  });

  it("leave what contains itself to the run", () => {
    const table = new Map<string, Schema>([["Node", { properties: { name: text, next: ref("Node") } }]]);
    expect(shownWire(nestedValue(ref("Node"), "indices", table))).toBe(
      "{name: string, next: any(object) lists indices, objects brackets}",
    );
  });

  it("leave what is very large to the run", () => {
    const wide = (inner: Schema): Schema => ({
      properties: Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`p${index}`, inner] as const)),
    });
    expect(nestedValue(wide(text), "indices", none).kind).toBe("object");
    expect(shownWire(nestedValue(wide(wide(wide(wide(wide(text))))), "indices", none))).toBe(
      "any(object) lists indices, objects brackets",
    );
  });

  it("keep names that every object inherits", () => {
    const properties = JSON.parse('{"__proto__":{"type":"string"},"constructor":{"type":"string"}}') as Schema;
    const schema: Schema = { properties };
    const value = nestedValue(schema, "indices", none);
    const fields: readonly WireField[] = value.kind === "object" ? value.fields : [];
    expect(fields.map(({ name }) => name)).toEqual(["__proto__", "constructor"]);
  });
});
