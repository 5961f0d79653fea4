import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { documentOf } from "../../generator/document/document.js";
import { followReferences } from "../../generator/document/follow-references.js";
import { isJsonObject } from "../../generator/document/json.js";
import { loadFile } from "../../generator/document/load.js";
import { resolveReferences } from "../../generator/document/resolve.js";
import { valueAt } from "../../generator/document/json-pointer.js";
import { apiText } from "./document-fixture.js";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function makeFolder(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "exemplar-refs-")));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

interface Served {
  readonly status?: number;
  readonly location?: string;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

interface Options {
  readonly roots?: readonly string[];
  readonly hosts?: readonly string[];
  readonly served?: Readonly<Record<string, Served>>;
}

/** Follows the references of `spec/api.yml` in a folder. */
async function follow(folder: string, options: Options = {}) {
  const diagnostics = collectDiagnostics();
  const path = join(folder, "spec/api.yml");
  const file = await loadFile(path, folder, diagnostics);
  if (file === null || !isJsonObject(file.value)) throw new Error("no document");
  const asked: string[] = [];
  const fetch = (url: string): Promise<Response> => {
    asked.push(url);
    const { status = 200, location, body = null } = options.served?.[url] ?? { status: 404 };
    return Promise.resolve(new Response(body, { status, headers: location === undefined ? {} : { location } }));
  };
  const policy = {
    roots: [dirname(path), ...(options.roots ?? []).map((root) => join(folder, root))],
    hosts: options.hosts ?? [],
    // It is called with a text alone.
    fetch: fetch as typeof globalThis.fetch,
  };
  const followed = await followReferences(documentOf(file, file.value), { path, cwd: folder }, policy, diagnostics);
  const resolved = resolveReferences(followed.document, diagnostics, followed.scan);
  return {
    asked,
    value: resolved.value,
    files: [...followed.document.files.keys()],
    referenced: followed.referenced.map(({ label, text }) => `${label}${text === null ? " (none)" : ""}`),
    codes: diagnostics
      .list()
      .map(({ code, place }) => `${code} ${place && "pointer" in place ? `${place.uri}${place.pointer}` : ""}`),
    messages: diagnostics.list().map(({ message }) => message),
  };
}

/** A document whose schema S refers to these. */
const refersTo = (...references: readonly string[]) =>
  apiText({
    components: `schemas: { S: { anyOf: [${references.map((reference) => `{ $ref: ${JSON.stringify(reference)} }`).join(", ")}] } }`,
  });
const place = (index = 0) => `spec/api.yml/components/schemas/S/anyOf/${String(index)}/$ref`;

const secret = "Secret: { type: string, const: s3cr3t }\n";

describe("files below the folder of the document", () => {
  it("are read, each once, with those that they refer to", async () => {
    const folder = makeFolder({
      "spec/api.yml": refersTo("models/Pet.yml", "./models/../models/Pet.yml", "models/a%20b.json#/X"),
      "spec/models/Pet.yml":
        'properties: { owner: { $ref: "../more/Owner.yml" }, back: { $ref: "../api.yml#/components/schemas/S" } }\n',
      "spec/models/a b.json": '{ "X": { "type": "string" } }',
      "spec/more/Owner.yml": "type: object\n",
    });
    const { codes, files, referenced, value } = await follow(folder);
    expect(codes).toEqual([]);
    expect(files).toEqual(["spec/api.yml", "spec/models/Pet.yml", "spec/models/a b.json", "spec/more/Owner.yml"]);
    expect(referenced).toEqual(["models/Pet.yml", "models/a b.json", "more/Owner.yml"]);
    expect(Object.keys(valueAt(value, "/components/schemas") ?? {})).toEqual(["S", "Pet", "X", "Owner"]);
    expect(valueAt(value, "/components/schemas/Pet/properties/back/$ref")).toBe("#/components/schemas/S");
  });

  it("are one file by several links", async () => {
    const folder = makeFolder({ "spec/api.yml": refersTo("Pet.yml", "Link.yml"), "spec/Pet.yml": "type: object\n" });
    symlinkSync("Pet.yml", join(folder, "spec/Link.yml"));
    const { codes, value } = await follow(folder);
    expect(codes).toEqual([]);
    expect(Object.keys(valueAt(value, "/components/schemas") ?? {})).toEqual(["S", "Pet"]);
  });

  it.each<[string, string, string]>([
    ["is not there", "nope.yml", "it does not exist"],
    ["is a folder", "models", "it is a folder"],
    ["is not parsable", "broken.yml#/a", "line 2, column 2: "],
    ["is empty", "empty.yml", "The file is empty"],
    ["is no text", "binary.yml", "UTF-8"],
  ])("one that %s is one warning at the reference", async (_, reference, reason) => {
    const folder = makeFolder({
      "spec/api.yml": refersTo(reference, reference),
      "spec/broken.yml": "a: [\n }",
      "spec/empty.yml": "\n",
      "spec/models/x.yml": "a: 1\n",
    });
    writeFileSync(join(folder, "spec/binary.yml"), Buffer.from([0x61, 0xff, 0xfe]));
    const { codes, messages, value } = await follow(folder);
    expect(codes).toEqual([`reference-unreadable ${place()}`]);
    expect(messages[0]).toContain(reason);
    expect(valueAt(value, "/components/schemas/S/anyOf")).toEqual([{}, {}]);
  });

  it("have their warnings and problems at their own place", async () => {
    const folder = makeFolder({
      "spec/api.yml": refersTo("more.yml"),
      "spec/more.yml": '%YAML 1.1\n---\nitems: { $ref: "#/nope" }\n',
    });
    const { codes } = await follow(folder);
    expect(codes).toEqual(["yaml-version ", "reference-not-found spec/more.yml/items/$ref"]);
  });

  it("of another version are read as the document's, with a warning", async () => {
    const folder = makeFolder({
      "spec/api.yml": refersTo("old.yml#/components/schemas/A", "same.yml#/A"),
      "spec/old.yml": "openapi: 3.0.3\ncomponents: { schemas: { A: { type: string } } }\n",
      "spec/same.yml": "openapi: 3.1.2\nA: {}\n",
    });
    expect((await follow(folder)).codes).toEqual([`reference-version ${place()}`]);
  });

  it("are not too many, and not too large", async () => {
    const chain = Array.from({ length: 2_100 }, (_, index): readonly [string, string] => [
      `spec/f${String(index)}.yml`,
      `items: { $ref: f${String(index + 1)}.yml }\n`,
    ]);
    const folder = makeFolder({ "spec/api.yml": refersTo("f0.yml", "large.yml"), ...Object.fromEntries(chain) });
    writeFileSync(join(folder, "spec/large.yml"), "a".repeat(10_000_001));
    const { codes, messages } = await follow(folder);
    expect(codes[0]).toBe(`reference-unreadable ${place(1)}`);
    expect(codes.at(1)).toMatch(/^reference-limit spec\/f\d+\.yml\/items\/\$ref$/);
    expect(messages[1]).toContain("more than 2000 files");
  });
});

describe("everything else", () => {
  const outside: readonly (readonly [string, string])[] = [
    ["an absolute path", "/etc/passwd"],
    ["a file URL", "file:///etc/passwd#/a"],
    ["a way up", "../secret.yml#/Secret"],
    ["an escaped way up", "%2e%2e/secret.yml#/Secret"],
    ["a way down and up", "models/../../secret.yml#/Secret"],
    ["a way up by backslashes", "..\\secret.yml#/Secret"],
    ["a share", "\\\\127.0.0.1\\share\\x.yml"],
    ["a share by slashes", "//127.0.0.1/share/x.yml"],
    ["a drive", "C:/x.yml"],
    ["http", "http://127.0.0.1:48123/a.yml"],
    ["https at a host that is not allowed", "https://e.example/a.yml#/A"],
    ["https with a password", "https://user:password@ok.example/a.yml"],
    ["https at another port", "https://ok.example:8443/a.yml"],
    ["https at a host that begins alike", "https://ok.example.evil.example/a.yml"],
    ["a data URL", "data:application/json,%7B%22type%22%3A%22string%22%7D"],
    ["another scheme", "ftp://ok.example/a.yml"],
    ["a link in the folder", "link.yml#/Secret"],
    ["a linked folder", "linked/secret.yml#/Secret"],
    ["a NUL", "a%00.yml"],
    ["the folder itself", "."],
  ];
  it.each(outside)("is refused before it is opened: %s", async (_, reference) => {
    const folder = makeFolder({ "spec/api.yml": refersTo(reference), "secret.yml": secret, "far/secret.yml": secret });
    symlinkSync("../secret.yml", join(folder, "spec/link.yml"));
    symlinkSync("../far", join(folder, "spec/linked"));
    const { codes, files, asked, value } = await follow(folder, { hosts: ["ok.example"] });
    expect(codes).toEqual([`reference-outside ${place()}`]);
    expect(files).toEqual(["spec/api.yml"]);
    expect(asked).toEqual([]);
    expect(JSON.stringify(value)).not.toContain("s3cr3t");
  });

  it("is reported at each of its places", async () => {
    const folder = makeFolder({ "spec/api.yml": refersTo("../a.yml", "../a.yml#/b", "/etc/passwd") });
    expect((await follow(folder)).codes).toEqual([0, 1, 2].map((index) => `reference-outside ${place(index)}`));
  });

  it("may be allowed: further folders", async () => {
    const folder = makeFolder({
      "spec/api.yml": refersTo("../shared/a.yml"),
      "shared/a.yml": "items: { $ref: b/c.yml }\n",
      "shared/b/c.yml": "{}\n",
    });
    const { codes, referenced } = await follow(folder, { roots: ["shared"] });
    expect(codes).toEqual([]);
    expect(referenced).toEqual(["../shared/a.yml", "../shared/b/c.yml"]);
  });
});

describe("allowed hosts", () => {
  const api = { "spec/api.yml": refersTo("https://ok.example/specs/a.yml#/A") };
  const a = "A: { properties: { b: { $ref: b.json } } }\n";
  const b = '{ "type": "string" }';
  const hosts = ["ok.example"];

  it("are asked, also for what is relative to their files", async () => {
    const served = { "https://ok.example/specs/a.yml": { body: a }, "https://ok.example/specs/b.json": { body: b } };
    const { codes, asked, referenced } = await follow(makeFolder(api), { hosts, served });
    expect(codes).toEqual([]);
    expect(asked).toEqual(["https://ok.example/specs/a.yml", "https://ok.example/specs/b.json"]);
    expect(referenced).toEqual(asked);
  });

  it("may redirect among themselves, and what they send is relative to where it came from", async () => {
    const served = {
      "https://ok.example/specs/a.yml": { status: 302, location: "/v2/a.yml" },
      "https://ok.example/v2/a.yml": { body: a },
      "https://ok.example/v2/b.json": { body: b },
    };
    const { codes, asked } = await follow(makeFolder(api), { hosts, served });
    expect(codes).toEqual([]);
    expect(asked).toHaveLength(3);
  });

  it.each(["https://evil.example/a.yml", "http://ok.example/a.yml", "file:///etc/passwd", "//127.0.0.1/a.yml"])(
    "may not redirect to %s",
    async (location) => {
      const served = { "https://ok.example/specs/a.yml": { status: 301, location } };
      const { codes, asked } = await follow(makeFolder(api), { hosts, served });
      expect(codes).toEqual([`reference-outside ${place()}`]);
      expect(asked).toEqual(["https://ok.example/specs/a.yml"]);
    },
  );

  it.each<[string, Served, string]>([
    ["an error", { status: 500 }, "the server says 500"],
    ["redirects without end", { status: 302, location: "a.yml" }, "redirects too often"],
    ["too much", { body: new Uint8Array(10_000_001) }, "it is larger than 10 MB"],
    ["what is no YAML", { body: "<html>" }, "HTML or XML"],
  ])("that answer with %s are a warning", async (_, answer, reason) => {
    const { codes, messages } = await follow(makeFolder(api), {
      hosts,
      served: { "https://ok.example/specs/a.yml": answer },
    });
    expect(codes).toEqual([`reference-unreadable ${place()}`]);
    expect(messages[0]).toContain(reason);
  });

  it("are not asked for a file of this machine, nor lead to one", async () => {
    const served = {
      "https://ok.example/specs/a.yml": {
        body: 'A: { items: { $ref: "file:///etc/passwd" }, not: { $ref: "/etc/passwd" } }',
      },
    };
    const { codes, asked } = await follow(makeFolder(api), { hosts, served });
    expect(codes).toEqual([
      "reference-unreadable https://ok.example/specs/a.yml/A/not/$ref",
      "reference-outside https://ok.example/specs/a.yml/A/items/$ref",
    ]);
    expect(asked).toEqual(["https://ok.example/specs/a.yml", "https://ok.example/etc/passwd"]);
  });
});
