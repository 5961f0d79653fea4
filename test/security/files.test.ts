/** S7 to S9 of docs/security.md: what is written, and what is read. */
import { symlinkSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { killEmit } from "../../scripts/kill/kill-emit.js";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { generate } from "../../generator/generate.js";
import { targetOfCase } from "../case-runner.js";
import { builtinSets } from "./canary.js";
import { temporaryFolder } from "./temporary-folder.js";

interface Given {
  readonly files: Readonly<Record<string, string>>;
  readonly hosts?: readonly string[];
  readonly fetch?: typeof fetch;
  readonly prepare?: (folder: string) => void;
}

/** Generates `api/openapi.yml` of a folder in memory: the paths, and what was said. */
async function run({ files, hosts = [], fetch: ask, prepare }: Given) {
  const folder = await temporaryFolder(files);
  prepare?.(folder);
  const diagnostics = collectDiagnostics();
  const document = join(folder, "api/openapi.yml");
  const target = { ...targetOfCase("any", join(folder, "api")), document, refs: { roots: [], hosts } };
  const options = {
    cwd: folder,
    templates: builtinSets,
    verify: false,
    format: false,
    ...(ask && { fetch: ask }),
  };
  const generated = await generate(target, options, diagnostics, () => undefined);
  return {
    paths: generated?.files.map(({ path }) => path) ?? null,
    text: JSON.stringify(generated?.files ?? []),
    codes: diagnostics.list().map(({ code }) => code),
    messages: diagnostics.list().map(({ message, help }) => `${message} ${help}`),
  };
}

const head = `openapi: 3.1.0\ninfo: { title: t, version: "1" }\n`;

describe("S7: every path is of lower-case letters, digits and hyphens, short, portable, its own, and inside the output", () => {
  const names = [
    ...[
      "../../etc/passwd",
      "..\\..\\x",
      "/etc/passwd",
      "C:\\x",
      "a\u0000b",
      ".",
      "..",
      "",
      " ",
      "a.",
      "a ",
      "~",
      "$HOME",
      "%2e%2e",
    ],
    ...[
      "CON",
      "con",
      "Con",
      "nul",
      "NUL.txt",
      "COM1",
      "lpt9",
      "aux",
      "PRN",
      "index",
      "Index",
      ".git",
      ".exemplar",
      "node_modules",
    ],
    ...[
      "Pet",
      "pet",
      "PET",
      "pe\u0301t",
      "p\u00e9t",
      "ﬁ",
      "fi",
      "\u212a",
      "K",
      "ı",
      "İ",
      "ß",
      "ss",
      "用户",
      "🦊",
      "\u202ea",
      "\ud800",
    ],
    "a".repeat(300),
    `${"b".repeat(299)}1`,
    `${"b".repeat(299)}2`,
  ];

  it("whatever operations, tags and schemas are called", async () => {
    const quoted = names.map((name) => JSON.stringify(name));
    const operation = (name: string) =>
      `{ operationId: ${name}, tags: [${name}], responses: { "204": { description: "" } } }`;
    const paths = quoted.map((name, index) => `  /p${index}: { get: ${operation(name)} }`);
    const schemas = quoted.map((name) => `    ? ${name}\n    : { type: object }`);
    const text = `${head}paths:\n${paths.join("\n")}\ncomponents:\n  schemas:\n${schemas.join("\n")}\n`;
    const { paths: written } = await run({ files: { "api/openapi.yml": text } });
    const named = (written ?? []).filter((path) => /^src\/(?:operations|schemas|fixtures)\//.test(path));
    expect(named.length).toBeGreaterThan(3 * names.length);
    // An underscore keeps names apart from Windows' own, and from the index.
    expect(named.filter((path) => !/^(?:[a-z0-9][a-z0-9_-]*\/)+[a-z0-9][a-z0-9_-]*\.ts$/.test(path))).toEqual([]);
    expect(named.filter((path) => path.split("/").some((part) => part.length > 100))).toEqual([]);
    expect(named.filter((path) => /(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\/|$)/.test(path))).toEqual([]);
    expect(new Set(named.map((path) => path.toLowerCase())).size).toBe(named.length);
  });

  // Links in the output, files that are not ours, and paths that a template makes: test/output/emit-refusals.test.ts,
  // emit.test.ts, compile-template.test.ts.
});

describe("S8: all or nothing", () => {
  it("leaves the old output or the new one where a process is killed (200 times: npm run kill)", async () => {
    let moment = 0;
    const { failures, old, new: fresh } = await killEmit(5, () => ++moment / 6, 40);
    expect(failures).toEqual([]);
    expect(old + fresh).toBe(5);
  });
  // At every call to the disk: test/output/emit-crash.test.ts. After an error of any kind: test/command/bad-input.test.ts.
});

describe("S9: nothing is read through a $ref but what lies below the document, and no server is asked", () => {
  let visitors = 0;
  const server = createServer((_, response) => {
    visitors++;
    response.end("Secret: { type: string, const: s3cr3t }\n");
  });
  let port = 0;
  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    // A server on a port has no path in place of its address.
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.close();
  });

  const referring = (reference: string, more = "") =>
    `${head}paths: {}\n${more}components: { schemas: { S: { $ref: ${JSON.stringify(reference)} } } }\n`;
  const secret = "Secret: { type: string, const: s3cr3t }\n";
  const link = (folder: string) => {
    symlinkSync("../secret.yml", join(folder, "api/link.yml"));
  };

  it("sees who comes", async () => {
    await fetch(`http://127.0.0.1:${port}`);
    expect(visitors).toBe(1);
    visitors = 0;
  });

  it.each<[string, (port: number) => string]>([
    ["file:", () => "file:///etc/passwd#/a"],
    ["a way up", () => "../secret.yml#/Secret"],
    ["a link out", () => "link.yml#/Secret"],
    ["an absolute path", () => "/etc/passwd"],
    ["http on this machine", (at) => `http://127.0.0.1:${at}/a.yml#/Secret`],
    ["https on this machine", (at) => `https://127.0.0.1:${at}/a.yml#/Secret`],
    ["http by another name", (at) => `http://localhost:${at}/a.yml#/Secret`],
    ["http by a number", (at) => `http://2130706433:${at}/a.yml#/Secret`],
    ["http in IPv6", (at) => `http://[::ffff:127.0.0.1]:${at}/a.yml#/Secret`],
    ["no scheme", (at) => `//127.0.0.1:${at}/a.yml#/Secret`],
    ["capitals", (at) => `HTTP://127.0.0.1:${at}/a.yml#/Secret`],
  ])("by %s", async (_, reference) => {
    const files = { "api/openapi.yml": referring(reference(port)), "secret.yml": secret };
    const { paths, text, codes, messages } = await run({ files, prepare: link });
    expect([paths, codes]).toEqual([null, ["reference-outside"]]);
    expect(text + messages.join()).not.toContain("s3cr3t");
    expect(visitors).toBe(0);
  });

  it("nor by a redirect from a host that may be asked", async () => {
    const asked: string[] = [];
    const redirecting: typeof fetch = (url) => {
      const address = url instanceof Request ? url.url : url.toString();
      asked.push(address);
      const location = `http://127.0.0.1:${port}/a.yml`;
      return address.startsWith("https://ok.example/")
        ? Promise.resolve(new Response(null, { status: 302, headers: { location } }))
        : fetch(url);
    };
    const files = { "api/openapi.yml": referring("https://ok.example/a.yml#/Secret") };
    const { paths, codes } = await run({ files, hosts: ["ok.example"], fetch: redirecting });
    expect([paths, codes]).toEqual([null, ["reference-outside"]]);
    expect(asked).toEqual(["https://ok.example/a.yml"]);
    expect(visitors).toBe(0);
  });

  it("nor by what else has addresses: externalValue, $id, servers, externalDocs", async () => {
    const address = `http://127.0.0.1:${port}/x`;
    const example = `{ description: "", content: { application/json: { examples: { e: { externalValue: "${address}" } } } } }`;
    const paths = `paths: { /a: { get: { responses: { "200": ${example} } } } }`;
    const schemas = `components: { schemas: { S: { $id: "${address}", $schema: "${address}", type: object, externalDocs: { url: "${address}" } } } }`;
    const text = `${head}$self: ${address}\nservers: [{ url: "${address}" }]\njsonSchemaDialect: "${address}"\n${paths}\n${schemas}\n`;
    await run({ files: { "api/openapi.yml": text } });
    expect(visitors).toBe(0);
  });

  it("and no word of the document lifts it", async () => {
    const ignore =
      "x-exemplar-ignore: [reference-outside, '*', true]\nx-exemplar: { ignore: all, refs: { hosts: ['*'], roots: [/] } }\n";
    for (const more of [ignore, "x-exemplar-ignore: true\n", "x-exemplar-ignore: reference-outside\n"]) {
      const { paths, codes } = await run({
        files: { "api/openapi.yml": referring("../secret.yml", more), "secret.yml": secret },
      });
      expect([paths, codes]).toEqual([null, ["reference-outside"]]);
    }
  });
});
