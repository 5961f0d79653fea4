import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { normalise } from "../../generator/document/normalise.js";
import { readExternalValues } from "../../generator/document/read-external-values.js";
import { apiText, codesAt, documentFrom } from "./document-fixture.js";

const root = realpathSync(mkdtempSync(join(tmpdir(), "exemplar-examples-")));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
write("secret.json", '{ "secret": 1 }');
write("api/examples/a.json", '{ "a": 12345678901234567890 }');
write("api/examples/b.yml", "b: [x]\n");
write("api/examples/bad.json", '{ "a": ]');
write("api/examples/text.txt", "Hello\n");
symlinkSync(join(root, "secret.json"), join(root, "api/link.json"));

/** The examples of a response of this media type that come from these addresses, in a document at `api/api.yml`. */
async function read(mediaType: string, address: string, hosts: readonly string[] = []) {
  const diagnostics = collectDiagnostics();
  const paths = `/a:\n  get:\n    responses:\n      200:\n        content:\n          ${mediaType}:\n            examples: { x: { summary: S, externalValue: ${JSON.stringify(address)} } }`;
  const asked: string[] = [];
  const policy = {
    roots: [join(root, "api")],
    hosts,
    fetch: ((url: string) => {
      asked.push(url);
      return Promise.resolve(new Response('{ "far": true }'));
      // It is called with a text alone.
    }) as typeof globalThis.fetch,
  };
  const document = documentFrom(apiText({ paths }));
  const { document: whole, referenced } = await readExternalValues(
    document,
    { path: join(root, "api/api.yml"), cwd: join(root, "api") },
    policy,
    diagnostics,
  );
  const examples = normalise(whole, diagnostics)?.operations[0]?.responses[0]?.content[0]?.examples ?? [];
  return {
    examples: examples.map(({ name, summary, value, origin }) => ({
      name,
      summary,
      value,
      key: origin.pointer.split("/").at(-1),
    })),
    referenced: referenced.map(({ label, text }) => `${label}${text === null ? " (none)" : ""}`),
    codes: codesAt(diagnostics).map((line) => line.replace(/ .*\//, " ")),
    asked,
  };
}

describe("externalValue", () => {
  it.each<[string, string, unknown]>([
    ["application/json", "examples/a.json", { a: 12345678901234567890n }],
    ["application/vnd.x+json", "./examples/b.yml", { b: ["x"] }],
    ["application/yaml", "examples/b.yml", { b: ["x"] }],
    ["text/plain", "examples/a.json", '{ "a": 12345678901234567890 }'],
    ["text/plain", "examples/text.txt", "Hello\n"],
  ])("of %s in %s", async (mediaType, address, value) => {
    const found = await read(mediaType, address);
    expect(found.examples).toEqual([{ name: "x", summary: "S", value, key: "externalValue" }]);
    expect(found.referenced).toEqual([address.replace("./", "")]);
    expect(found.codes).toEqual([]);
  });

  it.each<[string, string]>([
    ["../secret.json", "example-outside externalValue"],
    ["link.json", "example-outside externalValue"],
    ["/etc/passwd.json", "example-outside externalValue"],
    ["file:///etc/passwd.json", "example-outside externalValue"],
    ["http://169.254.169.254/x.json", "example-outside externalValue"],
    ["https://example.com/x.json", "example-outside externalValue"],
    ["examples/nowhere.json", "example-unreadable externalValue"],
    ["examples/bad.json", "example-unreadable externalValue"],
  ])("is no example, with a warning: %s", async (address, code) => {
    const found = await read("application/json", address);
    expect(found.examples).toEqual([]);
    expect(found.codes).toEqual([code]);
    expect(found.asked).toEqual([]);
  });

  it("on a host that the config allows", async () => {
    const found = await read("application/json", "https://example.com/x.json", ["example.com"]);
    expect(found.examples.map(({ value }) => value)).toEqual([{ far: true }]);
    expect(found.referenced).toEqual(["https://example.com/x.json"]);
  });

  it("is not read for bytes", async () => {
    const found = await read("image/png", "examples/a.json");
    expect(found.examples).toEqual([]);
    expect(found.codes).toEqual(["example-without-value x"]);
    expect(found.referenced).toEqual([]);
  });
});

describe("serializedValue", () => {
  it.each<[string, string, unknown, readonly string[]]>([
    ["application/json", '{"a": 1}', { a: 1 }, []],
    ["application/json", '"a"', "a", []],
    ["text/plain", "true", "true", []],
    ["application/json", "{", undefined, ["example-not-json"]],
    ["application/x-www-form-urlencoded", "a=1", undefined, ["example-without-value"]],
  ])("of %s: %s", (mediaType, text, value, codes) => {
    const diagnostics = collectDiagnostics();
    const paths = `/a:\n  get:\n    responses:\n      200:\n        content:\n          ${mediaType}:\n            examples: { x: { serializedValue: ${JSON.stringify(text)} } }`;
    const normal = normalise(documentFrom(apiText({ version: "3.2.0", paths })), diagnostics);
    const examples = normal?.operations[0]?.responses[0]?.content[0]?.examples ?? [];
    expect(examples[0]?.value).toEqual(value);
    expect(diagnostics.list().map(({ code }) => code)).toEqual(codes);
  });
});
