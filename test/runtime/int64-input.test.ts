import { describe, expect, it } from "vitest";
import { FieldError } from "../../templates/client/src/runtime/field-error.js";
import { int64Input } from "../../templates/client/src/runtime/int64-input.js";
import { parseInt64 } from "../../templates/client/src/runtime/int64-json.js";
import { readBigint, readDigits } from "../../templates/client/src/runtime/int64-reader.js";
import { readShapedJson } from "../../templates/client/src/runtime/shaped-reader.js";
import type { ValueShape } from "../../templates/client/src/runtime/value-shape.js";
import { jsonText } from "../../templates/client/src/runtime/json-text.js";
import { type Read, readForm } from "../../templates/client/src/runtime/form-reader.js";

const node: ValueShape = { members: { id: "string", any: "text", next: () => node, list: { items: "string" } } };

describe("int64Input", () => {
  it("writes digits as integers where they stand for one", () => {
    const value = { id: "9007199254740993", name: "1", any: "2", next: { id: "-5" }, list: ["007"] };
    expect(jsonText(int64Input(value, node, "body"), "body")).toBe(
      '{"id":9007199254740993,"name":"1","any":"2","next":{"id":-5},"list":[7]}',
    );
    expect(value.id).toBe("9007199254740993");
  });

  it("refuses text that is no integer, by its place", () => {
    for (const text of ["", "1.5", "+1", "0x1", " 1", "1".repeat(65), "-"])
      expect(() => int64Input({ next: { list: ["1", text] } }, node, "body")).toThrow(FieldError);
    expect(() => int64Input({ next: { list: ["1", "x"] } }, node, "body")).toThrow(/body\.next\.list\[1\]/);
  });

  it("leaves alone what is no plain value, and what jsonText refuses", () => {
    const date = new Date(0);
    expect(int64Input({ id: date, next: null, list: 5 }, node, "body")).toEqual({ id: date, next: null, list: 5 });
    const circle: { id: string; next?: unknown } = { id: "1" };
    circle.next = circle;
    expect(() => jsonText(int64Input(circle, node, "body"), "body")).toThrow(FieldError);
  });
});

describe("readers", () => {
  const read = (reader: Read, text: string) => readForm(new URLSearchParams({ a: text }).toString(), { a: reader });
  it.each<[Read, string, unknown]>([
    [readBigint, "9007199254740993", 9007199254740993n],
    [readBigint, "-1", -1n],
    [readDigits, "9007199254740993", "9007199254740993"],
    [readShapedJson(["object"], parseInt64, node), '{"id":9007199254740993}', { id: "9007199254740993" }],
  ])("%# %s", (reader, text, value) => {
    expect(read(reader, text)).toEqual({ ok: true, value: { a: value } });
  });
  it.each<[Read, string]>([
    [readBigint, "1.5"],
    [readBigint, ""],
    [readDigits, "1e3"],
    [readShapedJson(["object"], parseInt64, node), "[1]"],
  ])("%# refuses %s", (reader, text) => {
    expect(read(reader, text).ok).toBe(false);
  });
});
