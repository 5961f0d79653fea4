/** S10, S14 and S15 of docs/security.md: how documents are read, limits, and what is said of them. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import pc from "picocolors";
import { describe, expect, it } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import type { SourceFile } from "../../generator/document/document.js";
import { generate } from "../../generator/generate.js";
import { maskSecrets } from "../../generator/mask-secrets.js";
import { formatDiagnostic, locateAll } from "../../generator/report.js";
import { targetOfCase } from "../case-runner.js";
import { builtinSets } from "./canary.js";
import { temporaryFolder } from "./temporary-folder.js";

/** `code line:column` of each problem, errors first, and how it is printed. */
async function problemsOf(text: string | Uint8Array<ArrayBuffer>, name = "openapi.yml") {
  const folder = await temporaryFolder({});
  await writeFile(join(folder, name), text);
  const diagnostics = collectDiagnostics();
  let sources: ReadonlyMap<string, SourceFile> = new Map();
  const target = { ...targetOfCase("any", folder), document: join(folder, name) };
  const options = { cwd: folder, templates: builtinSets, verify: false, format: false };
  const generated = await generate(target, options, diagnostics, (document) => {
    sources = document.files;
  });
  const located = locateAll(diagnostics, sources);
  const colourless = pc.createColors(false);
  return {
    generated,
    found: located.map(({ code, line, column }) => `${code} ${String(line)}:${String(column)}`),
    printed: located.map((problem) => formatDiagnostic(problem, colourless)).join("\n"),
  };
}

const yaml = (extra: string) => `openapi: 3.1.0\ninfo: { title: t, version: "1" }\npaths: {}\n${extra}\n`;
const schema = (text: string) => yaml(`components: { schemas: { S: ${text} } }`);

describe("S10: YAML is 1.2, and what is more than JSON is an error with its place", () => {
  it.each<[string, string | Uint8Array<ArrayBuffer>, RegExp]>([
    ["a tag that makes objects", schema("{ default: !!js/function 'f' }"), /^yaml-syntax 4:/],
    ["a tag of its own", schema("{ default: !evil x }"), /^yaml-syntax 4:/],
    ["a time", schema("{ default: !!timestamp 2020-01-01 }"), /^yaml-syntax 4:/],
    ["a key twice", `${yaml("")}info: { title: u, version: "2" }\n`, /^yaml-[\w-]+ 5:/],
    ["a key that is a list", schema("{ ? [a] : b }"), /^yaml-[\w-]+ 4:/],
    ["an alias to nothing", schema("*nothing"), /^yaml-[\w-]+ 4:/],
    ["bytes that are no UTF-8", Uint8Array.from([...Buffer.from(yaml("")), 0xff, 0xfe]), /^document-encoding \d+:/],
    ["a NUL", `${yaml("")}\u0000`, /^document-encoding 1:1$/],
    ["two documents", `${yaml("")}---\n${yaml("")}`, /^yaml-[\w-]+ \d+:/],
  ])("%s", async (_, text, error) => {
    const { generated, found } = await problemsOf(text);
    expect(generated).toBeNull();
    expect(found[0]).toMatch(error);
  });

  it("has the meaning of 1.2 under a directive that asks for 1.1, with a warning", async () => {
    const { generated, found } = await problemsOf(`%YAML 1.1\n---\n${schema("{ enum: [NO, on, 0777] }")}`);
    expect(found).toContain("yaml-version 1:1");
    expect(generated?.files.find(({ path }) => path === "src/schemas/s.ts")?.text).toContain('"NO" | "on" | 777');
  });

  it("keeps every digit or says that it cannot", async () => {
    expect((await problemsOf(schema("{ default: 9007199254740993 }"))).found).toContain("number-imprecise 4:40");
  });
});

describe("S14: limits end in an error with a place (each document of a folder, in 20 s and 512 MB: npm run hostile)", () => {
  const bomb = ["a0: &a0 [x,x,x,x,x,x,x,x,x]"];
  for (let level = 1; level < 9; level++)
    bomb.push(
      `a${level}: &a${level} [${Array<string>(9)
        .fill(`*a${level - 1}`)
        .join(",")}]`,
    );
  it.each<[string, string, string]>([
    ["lists in lists, in YAML", schema("[".repeat(5_000)), "openapi.yml"],
    ["lists in lists, in JSON", `{"openapi":"3.1.0","info":${"[".repeat(100_000)}`, "openapi.json"],
    ["objects in objects", schema(`${"{a: ".repeat(1_000)}1${"}".repeat(1_000)}`), "openapi.yml"],
    ["an alias bomb", yaml(bomb.map((line) => `x-${line}`).join("\n")), "openapi.yml"],
  ])("%s", async (_, text, name) => {
    const { generated, found, printed } = await problemsOf(text, name);
    expect(generated).toBeNull();
    expect(found[0]).toMatch(/^yaml-[\w-]+ \d+:\d+$/);
    expect(printed).not.toMatch(/\n\s+at |Maximum call stack/);
  });

  it("ends what has no end: schemas in themselves, and lists without bounds", async () => {
    const text = yaml(`components:
  schemas:
    A: { allOf: [{ $ref: "#/components/schemas/B" }] }
    B: { allOf: [{ $ref: "#/components/schemas/A" }] }
    C: { type: object, required: [c], properties: { c: { $ref: "#/components/schemas/C" } } }
    D: { type: array, minItems: 2147483647, items: { type: string, minLength: 2147483647 } }
    E: { type: string, pattern: "^(([a-z])+.)+[A-Z]([a-z])+$", minLength: 40 }`);
    const { generated, found } = await problemsOf(text);
    expect(generated).not.toBeNull();
    expect(found).toContain("schema-circular 6:10");
  });
});

describe("S15: all problems with their places, nothing that a terminal obeys, no secrets", () => {
  it("tells of all of them, each at its line", async () => {
    const text = `openapi: 3.1.0
info: { title: t, version: "1" }
tags: 5
paths:
  /a:
    get:
      parameters: [{ name: "\\e[2J\\u202e", in: body }, { name: h, in: header, style: form }]
      responses: { "999": { description: "" } }
components: { schemas: { S: { $ref: "#/\\e]0;x\\a" }, T: 5 } }
`;
    const { found, printed } = await problemsOf(text);
    expect(found.map((line) => line.replace(/:.*/, ""))).toEqual(
      expect.arrayContaining([
        "value-type-mismatch 3",
        "parameter-in-invalid 7",
        "parameter-style-invalid 7",
        "response-status-invalid 8",
        "reference-not-found 9",
        "schema-invalid 9",
      ]),
    );
    expect(found.filter((line) => line.includes("null"))).toEqual([]);
    expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });

  it("quotes nothing of a file that a reference leads to", async () => {
    const { printed } = await problemsOf(schema('{ $ref: "/etc/passwd#/root" }'));
    expect(printed).toContain("/etc/passwd");
    expect(printed).not.toMatch(/root:x:/);
  });
  // Credentials in errors and logs: test/runtime/errors.test.ts, logger.test.ts, and run-time.test.ts beside this.
});

describe("S15: what is said of a document shows no password of its URLs", () => {
  it.each<[string, string]>([
    [
      "https://user:s3cr3t@host.test/a?token=s3cr3t&v={v}#k=s3cr3t",
      "https://••••:••••••@host.test/a?token=••••••&v={v}#k=••••••",
    ],
    ["//s3cr3t@host.test", "//••••••@host.test"],
    [String.raw`https:\/\/u:s3cr3t\u0040host.test\/a`, String.raw`https:\/\/•:••••••\u0040host.test\/a`],
    ['{"a":"https://u:p@@h","b":"x@y"}', '{"a":"https://•:••@h","b":"x@y"}'],
    ["https://host.test/a@b?c", "https://host.test/a@b?c"],
  ])("%s", (text, want) => {
    expect(maskSecrets(text)).toBe(want);
    expect(maskSecrets(text)).toHaveLength(text.length);
  });

  it.each<[string, string]>([
    ["a reference", schema('{ $ref: "https://user:s3cr3t@evil.test/x?token=s3cr3t" }')],
    [
      "a value elsewhere, on the line of a server",
      `openapi: 3.1.0
info: { title: t, version: "1" }
servers: [{ url: "https://user:s3cr3t@api.test/{x}" }]
paths: { /a: { get: { responses: { 200: { description: x, content: { text/plain: { examples: { a: { externalValue: "https://u:s3cr3t@x.test" } } } } } } } } }
`,
    ],
    [
      "a long address that is cut",
      schema(`{ type: integer, enum: ["https://user:s3cr3t${"x".repeat(100)}@host.test"] }`),
    ],
    [
      "an example that breaks a rule",
      schema(
        `{ type: string, maxLength: 1, pattern: "^b", example: "https://user:s3cr3t${"x".repeat(100)}@host.test" }`,
      ),
    ],
  ])("%s", async (_, text) => {
    const { printed } = await problemsOf(text);
    expect(printed).not.toBe("");
    expect(printed).not.toContain("s3cr3t");
  });
});
