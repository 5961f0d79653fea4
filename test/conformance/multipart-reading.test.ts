/** Multipart bodies through generated code and back: what a field is, its schema says, whatever the type of its part. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { functionOf } from "./call-operation.js";
import { type GeneratedPackage, generatePackage } from "./generated-package.js";
import { documentOf } from "./serialisation-case.js";

const file = { type: "string", format: "binary" };
const day = { type: "string", format: "date" };
const media = {
  schema: {
    type: "object",
    required: ["anything", "file", "files"],
    properties: {
      anything: {},
      file,
      files: { type: "array", items: file },
      base64: { type: "string", contentEncoding: "base64" },
      about: { type: "object", properties: { born: day } },
    },
  },
};
const requestBody = { required: true, content: { "multipart/form-data": media } };
const responses = { 204: { description: "Done" } };

let generated: GeneratedPackage | undefined;
beforeAll(async () => {
  generated = await generatePackage(
    documentOf("3.1", { "/f": { post: { operationId: "send", requestBody, responses } } }),
  );
});
afterAll(async () => {
  await generated?.remove();
});

it("gives files back as files, also where a required field says nothing, and days as days", async () => {
  const bytes = new Uint8Array([0, 255, 128]);
  const body = {
    anything: new File([bytes], "a.bin", { type: "application/octet-stream" }),
    file: new File([bytes], "b.png", { type: "image/png" }),
    files: [new File(["x"], "c.txt", { type: "text/plain" })],
    base64: "AP+A",
    about: { born: new Date("2020-01-02T03:04:05Z") },
  };
  const module = (await generated?.load("forms/index")) ?? {};
  const form = functionOf(module, "encodeSendForm")(body);
  const result = (await functionOf(module, "decodeSendForm")(form)) as { ok: boolean; value: typeof body };
  expect(result).toMatchObject({ ok: true, value: { base64: "AP+A", about: { born: "2020-01-02" } } });
  const { anything, file: picture, files } = result.value;
  expect([anything.name, picture.name, ...files.map(({ name }) => name)]).toEqual(["a.bin", "b.png", "c.txt"]);
  expect(new Uint8Array(await anything.arrayBuffer())).toEqual(bytes);
  expect(new Uint8Array(await picture.arrayBuffer())).toEqual(bytes);
});

it("says what is missing, and reads no files as none", async () => {
  const module = (await generated?.load("forms/index")) ?? {};
  const form = new FormData();
  form.append("anything", "text");
  expect(await functionOf(module, "decodeSendForm")(form)).toEqual({
    ok: false,
    problems: [{ field: "file", message: "is required" }],
  });
});
