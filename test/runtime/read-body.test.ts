import { describe, expect, it } from "vitest";
import { readBody } from "../../templates/client/src/runtime/read-body.js";

async function parse(
  body: string | Uint8Array<ArrayBuffer> | null,
  type: string | null,
  status = 200,
  accept?: string,
): Promise<unknown> {
  const response = new Response(body, { status });
  if (type === null) response.headers.delete("content-type");
  else response.headers.set("content-type", type);
  return readBody(await response.clone().arrayBuffer(), response, undefined, accept);
}

describe("a body", () => {
  it.each<[string, string | null, unknown]>([
    ['{"a":1}', "application/json", { a: 1 }],
    ['{"a":1}', "Application/JSON ; charset=utf-8", { a: 1 }],
    ["[1]", "application/problem+json", [1]],
    ["1", "text/json", 1],
    ["\ufeff1", "application/json", 1],
    ["", "application/json", undefined],
    ["Zoë 👩", "text/plain; charset=utf-8", "Zoë 👩"],
    ["1", "text/plain", "1"],
    ["", "text/plain", ""],
    ["<a/>", "application/atom+xml", "<a/>"],
    ["a: 1", "application/yaml", "a: 1"],
    ["1\n", "application/x-ndjson", "1\n"],
    ["1", null, "1"],
    ["", null, undefined],
  ])("%j of type %s", async (body, type, value) => {
    expect(await parse(body, type)).toEqual(value);
  });

  it.each([
    "application/octet-stream",
    "image/png",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ])("of type %s is a Blob, byte by byte, also an empty one", async (type) => {
    const blob = await parse(new Uint8Array([0, 255, 13]), type);
    expect(blob).toBeInstanceOf(Blob);
    if (!(blob instanceof Blob)) return;
    expect(blob.type).toBe(type);
    expect([...new Uint8Array(await blob.arrayBuffer())]).toEqual([0, 255, 13]);
    expect(await parse("", type)).toBeInstanceOf(Blob);
  });

  it("that is not there is undefined, whatever the type says", async () => {
    expect(await parse(null, "text/plain", 204)).toBeUndefined();
  });

  it("of JSON that is none throws for a success, and is text for an error", async () => {
    await expect(parse("<html>", "application/json")).rejects.toThrow(SyntaxError);
    expect(await parse("<html>", "application/json", 502)).toBe("<html>");
  });

  it.each<[string, string | null, string, unknown]>([
    ['{"a":1}', "text/html", "application/json, image/png;q=0.9", { a: 1 }],
    ["1", null, "application/json", 1],
    ["a", null, "text/csv", "a"],
    ["a", "text/plain", "text/csv", "a"],
    ["a", "text/plain", "*/*", "a"],
  ])("%j of type %s, where the document has %s", async (body, type, accept, value) => {
    expect(await parse(body, type, 200, accept)).toEqual(value);
  });

  it.each([
    ["<html>", "text/html", "application/json", SyntaxError],
    ["<html>", "text/html", "application/pdf", TypeError],
    ["{}", "application/json", "text/csv", TypeError],
  ])("%j of type %s, where the document has %s: refused, unless it is an error", async (body, type, accept, kind) => {
    await expect(parse(body, type, 200, accept)).rejects.toThrow(kind);
    expect(await parse(body, type, 500, accept)).toEqual(type === "application/json" ? {} : body);
  });

  it.each([
    ["text/plain; charset=iso-8859-1", "ä"],
    ['text/plain; charset="windows-1252"', "ä"],
    ["text/plain; charset=nobody-knows", "\ufffd"],
  ])("of type %s is decoded as it says", async (type, value) => {
    expect(await parse(new Uint8Array([0xe4]), type)).toBe(value);
  });
});
