import { describe, expect, it } from "vitest";
import { multipartContent } from "../../templates/client/src/runtime/multipart-content.js";
import { partsAsForm } from "../../templates/mock/src/runtime/multipart-request.js";
import { multipartBody } from "../../templates/client/src/runtime/multipart-body.js";

describe("a body in parts that the caller has written", () => {
  it("is sent under its own type", () => {
    const type = "Multipart/Mixed; Boundary=A";
    expect(multipartContent({ data: "--A--\r\n", type }, "multipart/mixed", "body")).toEqual({
      body: "--A--\r\n",
      contentType: type,
    });
  });

  it("may be FormData where it is a form", () => {
    const form = new FormData();
    expect(multipartContent(form, "multipart/form-data", "body")).toEqual({ body: form });
  });

  it.each([
    ["FormData, which has another type", new FormData()],
    ["text without a type", "--A--\r\n"],
    ["a type without a boundary", { data: "", type: "multipart/mixed" }],
    ["another type", { data: "", type: "multipart/related; boundary=A" }],
    ["no bytes", { data: { a: 1 }, type: "multipart/mixed; boundary=A" }],
    ["nothing", null],
  ])("refuses %s", (_, value) => {
    expect(() => multipartContent(value, "multipart/mixed", "body")).toThrow(/must be/);
  });
});

describe("parts under another media type", () => {
  it("say their type, and are read back by their names", async () => {
    const { body, contentType } = multipartBody(
      [
        { name: "note", type: "application/json", data: "{}" },
        { name: "scan", data: new Blob(["x"]), filename: "a.png", type: "image/png" },
      ],
      'multipart/related; type="application/json"',
    );
    expect(contentType).toMatch(/^multipart\/related; type="application\/json"; boundary=exemplar-[\da-f]{32}$/);
    const headers = { "content-type": contentType };
    const form = await partsAsForm(new Request("https://x.test", { method: "POST", headers, body }));
    expect([...form.keys()]).toEqual(["note", "scan"]);
    expect(form.get("note")).toBe("{}");
  });
});
