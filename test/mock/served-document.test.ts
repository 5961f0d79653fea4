import { describe, expect, it } from "vitest";
import { referencePage } from "../../generator/mock/reference-page.js";
import { servedDocument } from "../../generator/mock/served-document.js";

it("the served document has the mock as its server, at every level, and is else as it was", () => {
  const servers = [{ url: "https://api.example.com" }];
  const served = servedDocument({
    openapi: "3.1.0",
    servers,
    paths: { "/a": { servers, get: { servers, tags: ["servers"], responses: {} }, parameters: [{ name: "servers" }] } },
    components: { schemas: { Server: { properties: { servers: { type: "array" } } } } },
    "x-long": 12345678901234567890n,
  });
  expect(served).toBe(
    '{"openapi":"3.1.0","paths":{"/a":{"get":{"tags":["servers"],"responses":{}},"parameters":[{"name":"servers"}]}},' +
      '"components":{"schemas":{"Server":{"properties":{"servers":{"type":"array"}}}}},"x-long":12345678901234567890,' +
      '"servers":[{"url":"/"}]}',
  );
});

describe("the page takes no path of the document", () => {
  it.each<[readonly string[], string, readonly string[]]>([
    [["/pets", "/{id}"], "/", ["/_exemplar/"]],
    [["/", "/pets"], "/_exemplar/", []],
    [["/?action=list"], "/_exemplar/", []],
    [["/_exemplar/{id}", "/"], "/_exemplar2/", []],
    [["/_exemplar", "/_exemplar2/a"], "/", ["/_exemplar3/"]],
  ])("of %j", async (paths, path, also) => {
    const page = referencePage(paths, "{}");
    expect(page.path).toBe(path);
    const asked = ["/", "/_exemplar/", "/_exemplar2/", "/_exemplar3/"];
    const answered = await Promise.all(
      asked.map(async (each) => ((await page.answer(new Request(`http://localhost${each}?a`))) === null ? [] : [each])),
    );
    expect(answered.flat()).toEqual([path, ...also]);
    expect(await page.answer(new Request(`http://localhost${path}`, { method: "POST" }))).toBe(null);
    expect(await page.answer(new Request(`http://localhost${path}__proto__`))).toBe(null);
  });
});
