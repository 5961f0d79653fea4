import { describe, expect, it } from "vitest";
import { parseBody } from "../../templates/client/src/runtime/response-body.js";

async function parse(
  body: string | Uint8Array<ArrayBuffer> | null,
  type: string | null,
  status = 200,
): Promise<unknown> {
  const response = new Response(body, { status });
  if (type === null) response.headers.delete("content-type");
  else response.headers.set("content-type", type);
  return parseBody(response, await response.clone().arrayBuffer());
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
    ["1", null, "1"],
    ["", null, undefined],
  ])("%j of type %s", async (body, type, value) => {
    expect(await parse(body, type)).toEqual(value);
  });

  it.each([
    "application/octet-stream",
    "image/png",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/json-seq",
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
});
