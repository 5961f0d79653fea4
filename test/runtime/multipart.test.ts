import { describe, expect, it } from "vitest";
import { FieldError } from "../../templates/client/src/runtime/field-error.js";
import {
  anyParts,
  type FileInput,
  filePart,
  jsonPart,
  type Part,
  textPart,
} from "../../templates/client/src/runtime/multipart.js";
import { readBody, streamOf, wire } from "./read-multipart.js";

const bytes = new Uint8Array([0, 1, 255]);

describe("a file", () => {
  const png = { type: "image/png" };
  it.each<[string, FileInput, { type?: string }, unknown[]]>([
    ["File", new File([bytes], "a.bin", { type: "image/gif" }), {}, ["a.bin", "image/gif"]],
    ["File of no type", new File([bytes], "a.bin"), {}, ["a.bin", "application/octet-stream"]],
    ["File, and the document's type", new File([bytes], "a", { type: "image/gif" }), png, ["a", "image/png"]],
    ["File of no name", new File([bytes], ""), {}, ["blob", "application/octet-stream"]],
    ["Blob", new Blob([bytes], { type: "text/csv" }), {}, ["blob", "text/csv"]],
    ["ArrayBuffer", bytes.buffer, {}, ["blob", "application/octet-stream"]],
    ["view", new DataView(bytes.buffer), {}, ["blob", "application/octet-stream"]],
    ["part of a buffer", new Uint8Array([9, ...bytes, 9]).subarray(1, 4), png, ["blob", "image/png"]],
    ["Buffer", Buffer.from(bytes), {}, ["blob", "application/octet-stream"]],
    ["stream", streamOf(bytes.subarray(0, 1), bytes.subarray(1)), {}, ["blob", "application/octet-stream"]],
    ["with a name", { data: bytes, filename: 'ü "x"\r\n.txt' }, {}, ['ü "x"\r\n.txt', "application/octet-stream"]],
    ["with a type", { data: bytes, type: "image/gif" }, png, ["blob", "image/gif"]],
    [
      "with both, over those of a File",
      { data: new File([bytes], "a", { type: "text/css" }), filename: "b", type: "image/gif" },
      png,
      ["b", "image/gif"],
    ],
    ["with neither", { data: new File([bytes], "a", { type: "text/css" }) }, {}, ["a", "text/css"]],
    ["stream with a name", { data: streamOf(bytes), filename: "s" }, {}, ["s", "application/octet-stream"]],
  ])("%s", async (_, file, options, expected) => {
    expect(await readBody(filePart("f", file, options))).toEqual([["f", ...expected, "0001ff"]]);
  });

  it.each<[string, FileInput, string]>([
    ["text", "é", "c3a9"],
    ["text with a name", { data: "é" }, "c3a9"],
    ["empty", new File([], "blob"), ""],
    ["empty stream", streamOf(), ""],
  ])("%s", async (_, file, hex) => {
    expect(await readBody(filePart("f", file))).toEqual([["f", "blob", "application/octet-stream", hex]]);
  });

  it("has the document's headers and its own, which win", async () => {
    const file = { data: "x", headers: { "x-kind": "b", "X-Own": "c" } };
    const part = filePart("f", file, { headers: { "X-Kind": "a", "X-Other": "d" } });
    expect(await wire(part)).toBe(
      '--B|Content-Disposition: form-data; name="f"; filename="blob"|Content-Type: application/octet-stream' +
        "|X-Other: d|x-kind: b|X-Own: c||x|--B--|",
    );
  });
});

describe("a field of which nothing is known", () => {
  const day = new Date(0);
  it.each<[string, unknown, { type?: string }, Part[]]>([
    ["text", "x", {}, [textPart("a", "x")]],
    ["a date", day, {}, [textPart("a", day)]],
    ["an object", { b: 1 }, {}, [jsonPart("a", { b: 1 })]],
    [
      "items, of which null and undefined are none",
      [0, null, "x", undefined, { b: 1 }, [1, 2]],
      {},
      [textPart("a", 0), textPart("a", "x"), jsonPart("a", { b: 1 }), jsonPart("a", [1, 2])],
    ],
    ["nothing", [], {}, []],
    ["null", null, {}, []],
    [
      "an object with text as its data",
      { data: "x", filename: "y" },
      {},
      [jsonPart("a", { data: "x", filename: "y" })],
    ],
    [
      "a scalar that is sent as JSON",
      ["x", 1],
      { type: "text/x+json" },
      [jsonPart("a", "x", { type: "text/x+json" }), jsonPart("a", 1, { type: "text/x+json" })],
    ],
    ["a date that is sent as JSON", day, { type: "application/json" }, [jsonPart("a", day)]],
    ["text of another type", "<a/>", { type: "text/xml" }, [textPart("a", "<a/>", { type: "text/xml" })]],
    ["lines of JSON", "{}", { type: "application/x-ndjson" }, [textPart("a", "{}", { type: "application/x-ndjson" })]],
  ])("%s", (_, value, options, parts) => {
    expect(anyParts("a", value, options)).toEqual(parts);
  });

  it("files, in each of their shapes", async () => {
    const files = [new File([bytes], "a"), bytes, { data: bytes, filename: "c" }, streamOf(bytes), bytes.buffer];
    const parts = anyParts("f", files, { type: "image/png" });
    expect(await readBody(...parts)).toEqual(
      ["a", "blob", "c", "blob", "blob"].map((filename) => ["f", filename, "image/png", "0001ff"]),
    );
  });
});

describe("what cannot be sent is an error that names the field", () => {
  const used = streamOf();
  used.getReader();
  const loop: Record<string, unknown> = {};
  loop["self"] = loop;
  it.each<[string, () => unknown]>([
    ["NaN as text", () => textPart("the field", NaN)],
    ["an object as text", () => textPart("the field", {})],
    ["a symbol as text", () => textPart("the field", Symbol("s"))],
    ["NaN as JSON", () => jsonPart("the field", NaN)],
    [
      "a cycle as JSON",
      () =>
        jsonPart(
          "the field",
          [1].map(() => loop),
        ),
    ],
    ["a stream that is read", () => filePart("the field", used)],
    ["a number as a file", () => filePart("the field", 1 as never)],
    ["null as a file", () => filePart("the field", null as never)],
    ["an object as a file", () => filePart("the field", { path: "x" } as never)],
    ["a file without data", () => filePart("the field", { data: null } as never)],
    ["an object of a type that is not JSON", () => anyParts("the field", {}, { type: "text/xml" })],
    ["a function where nothing is known", () => anyParts("the field", () => 1)],
  ])("%s", (_, make) => {
    expect(make).toThrow(FieldError);
    expect(make).toThrow(/"the field/);
  });
});
