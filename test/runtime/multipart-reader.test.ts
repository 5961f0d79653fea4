import { describe, expect, it } from "vitest";
import { formDataOf, multipartBody } from "../../templates/client/src/runtime/multipart-body.js";
import { multipartEntries } from "../../templates/client/src/runtime/multipart-reader.js";
import { filePart, jsonPart, type Part, textPart } from "../../templates/client/src/runtime/multipart.js";

const parts: Part[] = [
  textPart("__proto__", "x"),
  textPart("constructor", ""),
  textPart("__proto__", "y"),
  jsonPart("meta", { a: "é" }),
  textPart("page", "<a/>", { type: "text/xml" }),
  filePart("photo", new File([new Uint8Array([255])], "a.png", { type: "image/png" })),
  filePart("bytes", new Uint8Array([255])),
  filePart("notes", { data: "{}", filename: "notes.json", type: "application/json" }),
];

/** Name, text, name of the file, type. */
async function entries(body: Blob | FormData): Promise<unknown[]> {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- for large bodies; here it is the platform's word
  const form = await new Response(body).formData();
  return (await multipartEntries(form)).map(({ name, text, file, type }) => [name, text, file?.name ?? null, type]);
}

const common = {
  before: [
    ["__proto__", "x", null, "text/plain"],
    ["constructor", "", null, "text/plain"],
    ["__proto__", "y", null, "text/plain"],
  ],
  after: [
    ["photo", null, "a.png", "image/png"],
    ["bytes", null, "blob", "application/octet-stream"],
    ["notes", null, "notes.json", "application/json"],
  ],
};

describe("multipartEntries", () => {
  it("reads a body in order, JSON and text as text, files as files", async () => {
    const { body } = multipartBody(parts);
    if (!(body instanceof Blob)) throw new Error("not a Blob");
    expect(await entries(body)).toEqual([
      ...common.before,
      ["meta", '{"a":"é"}', null, "text/plain"],
      ["page", "<a/>", null, "text/plain"],
      ...common.after,
    ]);
  });

  it("reads the text of what FormData made a file of", async () => {
    expect(await entries(formDataOf(parts))).toEqual([
      ...common.before,
      ["meta", '{"a":"é"}', "blob", "application/json"],
      ["page", "<a/>", "blob", "text/xml"],
      ...common.after,
    ]);
  });

  it.each([
    ["application/json", true],
    ["application/problem+json; charset=utf-8", true],
    ["TEXT/CSV", true],
    ["application/jsonp", false],
    ["image/png; x=/json", false],
    ["", false],
  ])("takes a blob of type %j for text: %j", async (type, isText) => {
    const form = new FormData();
    form.append("a", new Blob(["\xff\ud800"], { type }));
    const [entry] = await multipartEntries(form);
    expect(entry).toMatchObject({ name: "a", type: type.toLowerCase(), text: isText ? "ÿ\ufffd" : null });
    expect(await entry?.file?.text()).toBe("ÿ\ufffd");
  });

  it("reads bytes that are no UTF-8, and an empty form", async () => {
    const form = new FormData();
    expect(await multipartEntries(form)).toEqual([]);
    form.append("a", new Blob([new Uint8Array([0x7b, 0xff])], { type: "application/json" }));
    expect(await entries(form)).toEqual([["a", "{\ufffd", "blob", "application/json"]]);
  });
});
