import { describe, expect, it } from "vitest";
import type { FormDialect } from "../../generator/document/form-dialect.js";
import type { NormalEncoding, NormalMediaType, Schema } from "../../generator/document/normal-document.js";
import { buildMultipart, fileKey } from "../../generator/model/multipart-fields.js";
import type { PartValue } from "../../generator/model/wire.js";
import { shownWire } from "./shown-wire.js";

const origin = { uri: "api.yml", pointer: "" };
const bare: NormalEncoding = {
  property: "a",
  contentType: null,
  headers: {},
  style: null,
  explode: null,
  allowReserved: null,
  origin,
};

function build(schema: Schema | null, encoding: readonly NormalEncoding[] = [], dialect: FormDialect | null = null) {
  const media: NormalMediaType = {
    mediaType: "multipart/form-data",
    schema,
    itemSchema: null,
    inferredFrom: null,
    examples: [],
    encoding,
    dialect: null,
    origin,
    schemaOrigin: origin,
  };
  return buildMultipart(media, () => dialect, new Map());
}

function shownPart(part: PartValue): string {
  if (part.kind === "list") return `list of ${shownPart(part.item)}`;
  if (part.kind === "pairs") return `pairs ${shownWire(part.slot.value)}`;
  const what =
    part.kind === "text" ? shownWire(part) : part.kind === "json" ? `json(${part.types.join("|")})` : part.kind;
  return part.header.contentType === null ? what : `${what} as ${part.header.contentType}`;
}

/** The part of the property `a`. */
function part(schema: Schema, encoding: Partial<NormalEncoding> | null = null, dialect: FormDialect | null = null) {
  const built = build({ properties: { a: schema } }, encoding === null ? [] : [{ ...bare, ...encoding }], dialect);
  const [field] = built?.encoding.kind === "multipart" ? built.encoding.fields : [];
  if (field === undefined) throw new Error("no field");
  return shownPart(field.part);
}

const text = { type: "string" };
const file = { type: "string", format: "binary" };
const object = { type: "object", properties: { b: text } };
const list = (items: Schema): Schema => ({ type: "array", items });

describe("a part without encoding", () => {
  it.each<[Schema, string]>([
    [text, "string"],
    [{ type: "integer" }, "integer"],
    [{ type: "string", format: "date" }, "string:date"],
    [object, "json(object)"],
    [list(text), "list of string"],
    [list(object), "list of json(object)"],
    [list(list(text)), "list of json(array)"],
    [file, "file"],
    [list(file), "list of file"],
    [{ contentMediaType: "image/png" }, "file as image/png"],
    [{ type: "string", contentMediaType: "application/octet-stream" }, "file as application/octet-stream"],
    [{ type: "string", contentMediaType: "text/html" }, "string as text/html"],
    // Base64 stays text.
    [{ type: "string", contentMediaType: "image/png", contentEncoding: "base64" }, "string:base64 as image/png"],
    [{ type: "string", format: "byte" }, "string:base64 as application/octet-stream"],
    [{ type: ["string", "null"], format: "binary" }, "file"],
    [{ oneOf: [text, object] }, "any"],
    [{}, "any"],
  ])("of %j", (schema, how) => {
    expect(part(schema)).toBe(how);
  });
});

describe("a part with encoding", () => {
  it.each<[Partial<NormalEncoding>, Schema, string]>([
    [{ contentType: "application/json" }, text, "json(string) as application/json"],
    [{ contentType: "application/json" }, list(text), "list of json(string) as application/json"],
    [{ contentType: "image/png" }, text, "file as image/png"],
    [{ contentType: "image/png" }, { type: "string", enum: ["x"] }, "string(x) as image/png"],
    [{ contentType: "text/csv; charset=utf-8" }, text, "string as text/csv; charset=utf-8"],
    [{ contentType: "application/xml" }, text, "string as application/xml"],
    // Several, or a range: nothing that a part could say.
    [{ contentType: "image/png, image/jpeg" }, file, "file"],
    [{ contentType: "image/*" }, file, "file"],
    [{ contentType: "image/png" }, list(file), "list of file as image/png"],
    [{ contentType: "application/json" }, {}, "json() as application/json"],
    [{ style: "form" }, object, "pairs flat {b: string}"],
    [{ explode: false }, list(text), "pairs delimited , [string]"],
    [{ style: "deepObject" }, object, "pairs {b: string}"],
    [{ style: "form" }, text, "string"],
    [{ explode: true }, file, "file"],
  ])("%j of %j", (encoding, schema, how) => {
    expect(part(schema, encoding)).toBe(how);
  });

  it("has the headers that the document fixes", () => {
    const built = build({ properties: { a: file } }, [{ ...bare, headers: { "X-A": "1" } }]);
    expect(built?.encoding).toMatchObject({ fields: [{ part: { header: { headers: { "X-A": "1" } } } }] });
  });
});

describe("a part in a dialect", () => {
  it.each<[FormDialect, Schema, string]>([
    ["indices", object, "pairs {b: string}"],
    ["indices", list(object), "pairs indices [{b: string}]"],
    ["brackets", list(object), "pairs brackets [{b: string}]"],
    ["indices", list(text), "list of string"],
    ["indices", list(file), "list of file"],
    ["json", object, "json(object)"],
    ["indices", text, "string"],
  ])("%s, of %j", (dialect, schema, how) => {
    expect(part(schema, null, dialect)).toBe(how);
  });

  it("gives way to the document's encoding", () => {
    expect(part(object, { contentType: "application/json" }, "indices")).toBe("json(object) as application/json");
  });
});

describe("the body", () => {
  it.each<[Schema | null, boolean | null]>([
    [null, null],
    [{ oneOf: [{ properties: { a: text } }, { properties: { b: text } }] }, null],
    [{ properties: { a: text } }, false],
    [{ properties: { a: text }, additionalProperties: false }, false],
    [{ properties: { a: text }, additionalProperties: true }, true],
  ])("of %j is open: %s", (schema, open) => {
    const built = build(schema);
    expect(built?.encoding.kind === "multipart" ? built.encoding.open : null).toBe(open);
  });

  it("has its files marked, and all else as it was", () => {
    const schema: Schema = {
      type: "object",
      description: "A pet.",
      required: ["photo"],
      properties: { name: text, photo: { ...file, description: "Of it." }, more: list(file) },
      additionalProperties: false,
    };
    expect(build(schema)?.schema).toEqual({
      type: "object",
      description: "A pet.",
      required: ["photo"],
      properties: {
        name: text,
        photo: { description: "Of it.", type: "string", [fileKey]: true },
        more: { type: "array", items: { type: "string", [fileKey]: true } },
      },
      additionalProperties: false,
    });
    const plain: Schema = { properties: { a: text } };
    expect(build(plain)?.schema).toBe(plain);
  });
});
