import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FieldError } from "../../templates/client/src/runtime/field-error.js";
import { formDataOf, multipartBody } from "../../templates/client/src/runtime/multipart-body.js";
import {
  type FileInput,
  filePart,
  jsonPart,
  type Part,
  textPart,
} from "../../templates/client/src/runtime/multipart.js";
import { readBody, streamOf, wire } from "./read-multipart.js";

const bytes = new Uint8Array([0, 1, 255]);
const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("a part is written as RFC 7578 says", () => {
  it.each<[string, Part, string]>([
    ["text", textPart("a", "x"), 'name="a"||x'],
    ["empty text", textPart("a", ""), 'name="a"||'],
    ["a number", textPart("a", -0), 'name="a"||0'],
    ["a boolean", textPart("a", false), 'name="a"||false'],
    ["a bigint", textPart("a", 12345678901234567890n), 'name="a"||12345678901234567890'],
    ["a date", textPart("a", new Date(0)), 'name="a"||1970-01-01T00:00:00.000Z'],
    ["emoji", textPart("👩‍🚀", "é👩‍🚀"), 'name="👩‍🚀"||é👩‍🚀'],
    ["lone surrogates", textPart("\ud800", "\udc00x"), 'name="\ufffd"||\ufffdx'],
    ["line breaks of text, as they are", textPart("a", "1\n2\r3\r\n4"), 'name="a"||1\n2\r3|4'],
    ["a quote in a name", textPart('a"b', "x"), 'name="a%22b"||x'],
    ["line breaks in a name", textPart("a\r\nb\nc", "x"), 'name="a%0D%0Ab%0Ac"||x'],
    ["other characters of a name", textPart("f[]; %22\\'", "x"), `name="f[]; %22\\'"||x`],
    [
      "text with a type",
      textPart("a", "<a/>", { type: "application/xml; charset=utf-8" }),
      'name="a"|Content-Type: application/xml; charset=utf-8||<a/>',
    ],
    ["JSON", jsonPart("a", { b: [1, "x"] }), 'name="a"|Content-Type: application/json||{"b":[1,"x"]}'],
    ["JSON text", jsonPart("a", "x"), 'name="a"|Content-Type: application/json||"x"'],
    [
      "JSON of another type",
      jsonPart("a", null, { type: "application/problem+json" }),
      'name="a"|Content-Type: application/problem+json||null',
    ],
    [
      "headers",
      textPart("a", "x", { headers: { "X-Rate": "1\té", "X-None": undefined, ["__proto__"]: "y" } }),
      'name="a"|X-Rate: 1\té|__proto__: y||x',
    ],
  ])("%s", async (_, part, expected) => {
    expect(await wire(part)).toBe(`--B|Content-Disposition: form-data; ${expected}|--B--|`);
  });

  it("and so are several, in their order", async () => {
    expect(await wire(textPart("a", 1), textPart("a", 2))).toBe(
      '--B|Content-Disposition: form-data; name="a"||1|--B|Content-Disposition: form-data; name="a"||2|--B--|',
    );
  });

  it("none at all is a body too", async () => {
    expect(await wire()).toBe("--B--|");
    expect(await readBody()).toEqual([]);
  });
});

describe("what would begin another line of a head, or is no header, is an error that names the field", () => {
  it.each<[string, { type?: string; headers?: Record<string, string> }]>([
    ["a line break in a type", { type: "a/b\r\nX-Evil: 1" }],
    ["a control character in a type", { type: "a/b\0" }],
    ["a line feed in a header", { headers: { "X-A": "1\n2" } }],
    ["a carriage return in a header", { headers: { "X-A": "1\r2" } }],
    ["a delete character in a header", { headers: { "X-A": "\x7f" } }],
    ["a line break in a header's name", { headers: { "X-A: 1\r\nX-B": "1" } }],
    ["a space in a header's name", { headers: { "X A": "1" } }],
    ["a header without a name", { headers: { "": "1" } }],
    ["a second Content-Type", { headers: { "content-TYPE": "text/html" } }],
    ["a second Content-Disposition", { headers: { "Content-Disposition": "form-data" } }],
  ])("%s", (_, said) => {
    const parts = [filePart("the field", { data: "x", ...said })];
    for (const send of [multipartBody, formDataOf]) {
      expect(() => send(parts)).toThrow(FieldError);
      expect(() => send(parts)).toThrow(/"the field"/);
    }
  });
});

describe("a boundary", () => {
  it("is another for each body, legal, and the same in the type of a Blob", () => {
    const bodies = Array.from({ length: 100 }, () => multipartBody([]));
    expect(new Set(bodies.map(({ contentType }) => contentType)).size).toBe(100);
    for (const { body, contentType } of bodies) {
      expect(contentType).toMatch(/^multipart\/form-data; boundary=[0-9a-z-]{32,70}$/);
      expect(body).toMatchObject({ type: contentType });
    }
  });
});

describe("a body with a stream", () => {
  /** A stream of endless chunks that notes what is done with it. */
  function endless() {
    const seen = { pulls: 0, cancelled: undefined as unknown };
    const stream = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          seen.pulls += 1;
          controller.enqueue(bytes);
        },
        cancel(reason) {
          seen.cancelled = reason;
        },
      },
      { highWaterMark: 0 },
    );
    return { stream, seen };
  }

  function open(...parts: Part[]): ReadableStreamDefaultReader<Uint8Array> {
    const { body } = multipartBody(parts);
    if (body instanceof Blob) throw new Error("not a stream");
    return body.getReader();
  }

  it("says what a body without says", async () => {
    const parts = (data: FileInput) => [
      textPart("a", "x"),
      filePart("f", data),
      filePart("g", data instanceof ReadableStream ? streamOf(encoded("two")) : "two"),
      jsonPart("b", 1),
    ];
    expect(await wire(...parts(streamOf(encoded("on"), encoded(""), encoded("e"))))).toBe(await wire(...parts("one")));
  });

  it("reads no more than it is asked for", async () => {
    const { stream, seen } = endless();
    const reader = open(textPart("a", "x"), filePart("f", stream));
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen.pulls).toBe(0);
    await reader.read();
    expect(seen.pulls).toBe(0);
    // The head may come in several chunks.
    while (seen.pulls < 1) await reader.read();
    await reader.read();
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen.pulls).toBe(2);
  });

  it.each([
    ["before it is read", 0],
    ["while it is read", 3],
  ])("when it is cancelled %s, cancels all streams in it", async (_, reads) => {
    const first = endless();
    const second = endless();
    const reader = open(filePart("f", first.stream), filePart("g", second.stream));
    for (let count = 0; count < reads; count += 1) await reader.read();
    await reader.cancel("enough");
    expect([first.seen.cancelled, second.seen.cancelled]).toEqual(["enough", "enough"]);
  });

  it("fails when a stream in it fails, and cancels the others", async () => {
    const error = new Error("disk");
    const broken = new ReadableStream<Uint8Array>({
      pull() {
        throw error;
      },
    });
    const next = endless();
    const { body } = multipartBody([filePart("f", broken), filePart("g", next.stream)]);
    await expect(new Response(body).arrayBuffer()).rejects.toBe(error);
    expect(next.seen.cancelled).toBe(error);
  });

  it("fails where it has the same stream twice", async () => {
    const stream = streamOf(bytes);
    const { body } = multipartBody([filePart("f", stream), filePart("g", stream)]);
    await expect(new Response(body).arrayBuffer()).rejects.toThrow(TypeError);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
  fc.string({ unit: fc.constantFrom('"', "\r", "\n", "%", "2", "-", "\\", ";", "=", "a", "é", "\ud83d", "\ude80") }),
  fc.string({ unit: "grapheme" }),
);
const anyBytes = fc.oneof(fc.uint8Array(), fc.string({ unit: fc.constantFrom("-", "\r", "\n", "a") }).map(encoded));
const mediaType = fc.constantFrom("image/png", "text/plain", "application/json", "application/octet-stream");

/** What a reader sees of text: UTF-8, a byte order mark at its start gone. */
const decoded = (text: string): string =>
  Buffer.from(text)
    .toString()
    .replace(/^\ufeff/, "");
/** A name that was escaped, and unescaped by the reader: `%22` that was no quote becomes one. */
const nameRead = (name: string): string =>
  decoded(name).replace(/%22|%0D|%0A/gi, (escaped) => decodeURIComponent(escaped));

describe("for any parts", () => {
  const textField = fc.record({ name: anyText, text: anyText }).map(({ name, text }) => ({
    part: () => textPart(name, text),
    expected: [nameRead(name), decoded(text)],
  }));
  const jsonField = fc.record({ name: anyText, value: fc.jsonValue() }).map(({ name, value }) => ({
    part: () => jsonPart(name, value),
    expected: [nameRead(name), JSON.stringify(value)],
  }));
  const file = fc.record({ name: anyText, filename: anyText.filter(Boolean), type: mediaType, data: anyBytes });
  const fileField = fc.tuple(file, fc.boolean()).map(([{ name, filename, type, data }, isStreamed]) => ({
    part: () => filePart(name, { data: isStreamed ? streamOf(data, data) : new Blob([data, data]), filename, type }),
    expected: [nameRead(name), nameRead(filename), type, Buffer.from(data).toString("hex").repeat(2)],
  }));

  it("the platform reads what was given", async () => {
    const fields = fc.array(fc.oneof(textField, jsonField, fileField), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fields, async (list) => {
        expect(await readBody(...list.map(({ part }) => part()))).toEqual(list.map(({ expected }) => expected));
      }),
    );
  });

  it("that FormData can carry too, it writes the same bytes, but for the line breaks of names and text", async () => {
    const anyLine = anyText.map((text) => text.replace(/[\r\n]/g, "|"));
    const text = fc.tuple(anyLine, anyLine).map(([name, value]) => textPart(name, value));
    const blob = fc.tuple(anyLine, anyText, mediaType, anyBytes);
    const files = blob.map(([name, filename, type, data]) => filePart(name, new File([data], filename, { type })));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(text, files), { maxLength: 6 }), async (parts) => {
        const platform = new Response(formDataOf(parts));
        const [, boundary = "none"] = (platform.headers.get("content-type") ?? "").split("boundary=");
        const { body, contentType } = multipartBody(parts);
        const [, ours = "none"] = contentType.split("boundary=");
        const given = Buffer.from(await new Response(body).arrayBuffer()).toString("latin1");
        const expected = Buffer.from(await platform.arrayBuffer()).toString("latin1");
        expect(given.replaceAll(ours, "B")).toBe(expected.replaceAll(boundary, "B"));
      }),
    );
  });
});

describe("as FormData", () => {
  it("has the same fields; text with a type is a file called blob", async () => {
    const form = formDataOf([
      textPart("a", "1\n2"),
      textPart("a", "x", { type: "text/plain; charset=utf-8", headers: { "X-A": "1" } }),
      textPart("b", "<a/>", { type: "application/xml" }),
      jsonPart("c", { d: 1 }),
      filePart("f", new File([bytes], "n", { type: "image/png" })),
      filePart("f", { data: new File([bytes], "n", { type: "image/png" }), filename: "m", type: "image/gif" }),
      filePart("f", "x"),
    ]);
    const entries = [...form].map(async ([name, value]) =>
      typeof value === "string" ? [name, value] : [name, value.name, value.type, await value.text()],
    );
    expect(await Promise.all(entries)).toEqual([
      ["a", "1\n2"],
      ["a", "x"],
      ["b", "blob", "application/xml", "<a/>"],
      ["c", "blob", "application/json", '{"d":1}'],
      ["f", "n", "image/png", "\0\x01\ufffd"],
      ["f", "m", "image/gif", "\0\x01\ufffd"],
      ["f", "blob", "application/octet-stream", "x"],
    ]);
  });

  it("refuses a stream", () => {
    expect(() => formDataOf([filePart("the field", streamOf())])).toThrow(FieldError);
  });
});
