/**
 * Lists of Swagger 2.0 as they go over the wire: one operation for each place and `collectionFormat`, called.
 * https://spec.openapis.org/oas/v2.0.html#parameter-object
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "../../generator/document/json.js";
import { type Caller, createCaller } from "./call-operation.js";
import { type GeneratedPackage, generatePackage } from "./generated-package.js";
import { readMultipart } from "./multipart-parts.js";

const form = "application/x-www-form-urlencoded";
const multipart = "multipart/form-data";
const list = ["a b", "c"];

/** Place, format (null: none is given), and what is sent. */
const cases: readonly (readonly [place: string, format: string | null, sent: string])[] = [
  ["path", null, "/a%20b,c"],
  ["path", "csv", "/a%20b,c"],
  ["query", null, "?a=a%20b,c"],
  ["query", "csv", "?a=a%20b,c"],
  ["query", "pipes", "?a=a%20b%7Cc"],
  ["query", "multi", "?a=a%20b&a=c"],
  ["header", null, "a b,c"],
  ["header", "csv", "a b,c"],
  [form, null, "a=a%20b,c"],
  [form, "csv", "a=a%20b,c"],
  [form, "pipes", "a=a%20b%7Cc"],
  [form, "multi", "a=a+b&a=c"],
  [multipart, null, "a: a b,c"],
  [multipart, "csv", "a: a b,c"],
  [multipart, "pipes", "a: a b|c"],
  [multipart, "multi", "a: a b; a: c"],
];

/** Spaces cannot be in items that spaces separate. */
const spaced: typeof cases = [
  ["query", "ssv", "?a=x%20c"],
  [form, "ssv", "a=x%20c"],
  [multipart, "ssv", "a: x c"],
  // The nearest that 3.0 has, with a warning.
  ["query", "tsv", "?a=x%20c"],
];

const all = [...cases, ...spaced].map((each, index) => ({ operationId: `operation${String(index)}`, each }));

function operationOf(operationId: string, place: string, format: string | null): readonly [string, JsonObject] {
  const isBody = place.includes("/");
  const parameter: JsonObject = {
    name: "a",
    in: isBody ? "formData" : place,
    type: "array",
    items: { type: "string" },
    ...(place === "path" && { required: true }),
    ...(format !== null && { collectionFormat: format }),
  };
  const operation: JsonObject = {
    operationId,
    ...(isBody && { consumes: [place] }),
    parameters: [parameter],
    responses: { 204: { description: "Done" } },
  };
  return [`/${operationId}${place === "path" ? "/{a}" : ""}`, { post: operation }];
}

let generated: GeneratedPackage | undefined;
let call: Caller = () => Promise.reject(new Error("not generated"));

beforeAll(async () => {
  generated = await generatePackage({
    swagger: "2.0",
    info: { title: "Lists", version: "1" },
    host: "test.example",
    paths: Object.fromEntries(
      all.map(({ operationId, each: [place, format] }) => operationOf(operationId, place, format)),
    ),
  });
  call = await createCaller(generated);
});
afterAll(async () => {
  await generated?.remove();
});

/** What the operation sends of the list: the end of the URL, the header, the body, or the parts. */
async function sentBy(operationId: string, place: string, items: readonly string[]): Promise<string> {
  const section = { path: "path", query: "query", header: "headers" }[place] ?? "body";
  const outcome = await call(operationId, { [section]: { a: items } });
  if (!("sent" in outcome)) throw outcome.error;
  const { target, headers, body } = outcome.sent;
  if (place === "header") return headers.get("a") ?? "";
  if (section !== "body") return target.slice(`/${operationId}`.length);
  expect(headers.get("content-type")).toMatch(new RegExp(`^${place}`));
  if (place === form) return new Response(body).text();
  const { parts } = await readMultipart(body ?? "", headers.get("content-type"));
  return parts.map(({ name, content }) => `${name}: ${content.toString("utf8")}`).join("; ");
}

describe("each place and collectionFormat", () => {
  it.each(all)("$each", async ({ operationId, each }) => {
    const [place, , sent] = each;
    const items = spaced.includes(each) ? ["x", "c"] : list;
    expect(await sentBy(operationId, place, items)).toBe(sent);
  });
});

it("warns of nothing but the tabs, and compiles", async () => {
  expect(generated?.diagnostics.map(({ code }) => code)).toEqual(["collection-format-unsupported"]);
  expect(await generated?.typeProblems()).toEqual([]);
});

describe("documents", () => {
  it("of harder forms send files and fields in one body", async () => {
    const file: JsonObject = { name: "file", in: "formData", type: "file", required: true };
    const other = await generatePackage({
      swagger: "2.0",
      info: { title: "Upload", version: "1" },
      host: "test.example",
      basePath: "/v2",
      consumes: ["application/json"],
      paths: {
        "/files": {
          parameters: [{ name: "folder", in: "formData", type: "string", required: true }],
          post: { operationId: "upload", parameters: [file], responses: { 204: { description: "Done" } } },
        },
      },
    });
    try {
      const outcome = await (await createCaller(other))("upload", { body: { folder: "f", file: "bytes" } });
      if (!("sent" in outcome)) throw outcome.error;
      const { target, headers, body } = outcome.sent;
      const { parts } = await readMultipart(body ?? "", headers.get("content-type"));
      expect(target).toBe("/v2/files");
      expect(parts.map(({ name, filename, content }) => [name, filename, content.toString("utf8")])).toEqual([
        ["folder", null, "f"],
        ["file", "blob", "bytes"],
      ]);
    } finally {
      await other.remove();
    }
  });
});
