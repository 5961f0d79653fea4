/** Wrong usage and wrong configs: exit status 2, nothing on stdout, the cause by name. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { TargetConfig } from "../../generator/config.js";
import { ConfigError, loadConfig, toTarget } from "../../generator/load-config.js";
import type { FormOptions } from "../../generator/model/form-dialect.js";
import { runCommand, makeProject, tinyDocument } from "./run-command.js";

describe.concurrent("usage", { timeout: 120_000 }, () => {
  it.each([
    { args: ["generate", "--bogus"], says: "Unknown option '--bogus'." },
    { args: ["genrate"], says: "Did you mean generate?" },
    { args: ["generate"], says: "There is no document, and no exemplar.config.ts in this folder." },
    { args: ["generate", "tiny.yml"], says: "exemplar generate tiny.yml -o generated/my-api" },
    { args: ["generate", "tiny.yml", "-o", ""], says: "-o, --output" },
    { args: ["generate", "tiny.yml", "-o", "out", "--package", "My API"], says: '"My API" cannot be the name' },
    { args: ["generate", "tiny.yml", "-o", "out", "--reporter", "junit"], says: "text, github" },
    { args: ["generate", "tiny.yml", "-o", "out", "--form-dialect", "php"], says: "indices, brackets, repeat, comma" },
    { args: ["generate", "--config", "nowhere.ts"], says: "nowhere.ts does not exist" },
    { args: ["explain", "reference-nowhere"], says: "reference-not-found" },
    { args: ["explain", "key-mising"], says: "Did you mean key-missing" },
    { args: ["explain", "nonsense"], says: "  help: `exemplar explain` lists all codes." },
    { args: ["generate", "--infer-required", "often"], says: "seen, repeated, never" },
    { args: ["check", "--infer-partial", "all"], says: "keep, extend" },
    { args: ["mock", "--porrt"], says: "--port" },
    { args: ["mock", "--nothing-like-it"], says: "exemplar mock --help shows the options." },
    { args: ["infer", "--nothing-like-it"], says: "exemplar infer --help shows the options." },
  ])("ends with 2 and says: $says", async ({ args, says }) => {
    const cwd = await makeProject({ "tiny.yml": tinyDocument });
    const { status, stdout, stderr } = await runCommand(args, { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^error \S/);
    expect(stderr).toContain(says);
    expect(await readdir(cwd)).toEqual(["node_modules", "tiny.yml"]);
  });

  it.each([
    { config: { document: "tiny.yml", output: "out", documnt: 1 }, says: '"documnt" is no option' },
    { config: { document: "tiny.yml" }, says: '"output" is missing' },
    { config: { document: "tiny.yml", output: "out", strict: "yes" }, says: '"strict" must be true or false' },
    {
      config: { document: "tiny.yml", output: "out", package: { nmae: "x" } },
      says: '"package.nmae" is no option',
    },
    {
      config: {
        targets: [
          { document: "tiny.yml", output: "out" },
          { document: "tiny.yml", output: "./out" },
        ],
      },
      says: "two targets have the output",
    },
    {
      config: { document: "tiny.yml", output: "out", forms: { operations: { a: { properties: { b: "pipes" } } } } },
      says: '"forms.operations.a.properties.b" must be one of "indices", "brackets", "repeat", "comma", "json"',
    },
    {
      config: { document: "tiny.yml", output: "out", forms: { dialect: "php" } },
      says: '"forms.dialect" must be one of',
    },
    { config: { document: "tiny.yml", output: "out", forms: [] }, says: '"forms" must be an object' },
    {
      config: { document: "tiny.yml", output: "out", forms: { operation: {} } },
      says: '"forms.operation" is no option',
    },
    {
      config: { document: "tiny.yml", output: "out", forms: { operations: { a: "json" } } },
      says: '"forms.operations.a" must be an object',
    },
    {
      config: { document: "tiny.yml", output: "out", forms: { operations: { a: { style: "json" } } } },
      says: '"forms.operations.a.style" is no option',
    },
    {
      config: { document: "tiny.yml", output: "out", pagination: { detect: "never" } },
      says: '"pagination.detect" must be true or false',
    },
    {
      config: { document: "tiny.yml", output: "out", pagination: { operations: { a: true } } },
      says: '"pagination.operations.a" must be an object',
    },
    {
      config: { document: "tiny.yml", output: "out", pagination: { operations: { a: { kind: "pages" } } } },
      says: '"pagination.operations.a.kind" must be one of "page", "offset", "cursor", "link"',
    },
    {
      config: { document: "tiny.yml", output: "out", pagination: { operations: { a: { first: "1" } } } },
      says: '"pagination.operations.a.first" must be an integer from 0',
    },
    {
      config: { document: "tiny.yml", output: "out", int64: "BigInt" },
      says: '"int64" must be one of "number", "string", "bigint"',
    },
    {
      config: { document: "tiny.yml", output: "out", dates: "date" },
      says: '"dates" must be one of "string", "Date"',
    },
    {
      config: { targets: [{ document: "tiny.yml", output: "out", infer: { required: "always" } }] },
      says: '"targets[0].infer.required" must be one of "seen", "repeated", "never"',
    },
  ])("a config with a mistake names it: $says", async ({ config, says }) => {
    const cwd = await makeProject({ "exemplar.config.json": JSON.stringify(config), "tiny.yml": tinyDocument });
    await expect(loadConfig(cwd, null)).rejects.toThrow(`exemplar.config.json: ${says}`);
    await expect(loadConfig(cwd, null)).rejects.toThrow(ConfigError);
  });

  it.each([
    { what: "throws", text: 'throw new Error("no luck today");', says: "no luck today" },
    { what: "is no TypeScript", text: "export default {{;", says: "exemplar.config.ts" },
    { what: "exports no object", text: "export default 5;", says: "no default export that is a config object" },
  ])("a config that $what is refused", async ({ text, says }) => {
    const cwd = await makeProject({ "exemplar.config.ts": text });
    await expect(loadConfig(cwd, null)).rejects.toThrow(says);
    await expect(loadConfig(cwd, null)).rejects.toThrow(ConfigError);
  });

  it.each<[string, TargetConfig["forms"] | null, FormOptions]>([
    ["nothing", null, { dialect: null, operations: {} }],
    ["a dialect", { dialect: "comma" }, { dialect: "comma", operations: {} }],
    [
      "operations, whatever their names",
      { operations: { toJSON: { dialect: "json" }, a: { properties: { list: "json" } } } },
      { dialect: null, operations: { toJSON: { dialect: "json" }, a: { properties: { list: "json" } } } },
    ],
  ])("a config that says of forms: %s", async (_, forms, expected) => {
    const config = { document: "tiny.yml", output: "out", ...(forms && { forms }) };
    const cwd = await makeProject({ "exemplar.config.json": JSON.stringify(config) });
    const targets = (await loadConfig(cwd, null)).map((target) => toTarget(target).forms);
    expect(targets).toEqual([expected]);
  });

  it("--int64 counts before the config's, and a change of it makes the output stale", async () => {
    const schema = "type: integer, format: int64, example: 9007199254740993";
    const cwd = await makeProject({
      "exemplar.config.json": JSON.stringify({ document: "api.yml", output: "out", int64: "string" }),
      "api.yml": `openapi: 3.1.0\ninfo: { title: I, version: "1" }\npaths: {}\ncomponents: { schemas: { Id: { ${schema} } } }\n`,
    });
    const id = async (args: readonly string[]) => {
      const { stderr } = await runCommand(["generate", ...args], { cwd });
      const type = /type Id = (\w+);/.exec(await readFile(join(cwd, "out/src/schemas/id.ts"), "utf8"))?.[1];
      return { type, isWarned: stderr.includes("number-imprecise") };
    };
    expect(await id([])).toEqual({ type: "string", isWarned: false });
    expect(await id(["--int64", "bigint"])).toEqual({ type: "bigint", isWarned: false });
    expect(await id(["--int64", "number"])).toEqual({ type: "number", isWarned: true });
  });

  it("--dates counts before the config's, and a change of it makes the output stale", async () => {
    const cwd = await makeProject({
      "exemplar.config.json": JSON.stringify({ document: "api.yml", output: "out", dates: "Date" }),
      "api.yml": `openapi: 3.1.0\ninfo: { title: I, version: "1" }\npaths: {}\ncomponents: { schemas: { At: { type: string, format: date-time } } }\n`,
    });
    const type = async (args: readonly string[]) => {
      expect(await runCommand(["generate", ...args], { cwd })).toMatchObject({ status: 0 });
      return /type At = (\w+);/.exec(await readFile(join(cwd, "out/src/schemas/at.ts"), "utf8"))?.[1];
    };
    expect(await type([])).toBe("Date");
    expect(await type(["--dates", "string"])).toBe("string");
    expect(await type(["--dates", "Date"])).toBe("Date");
  });

  it("--infer-required and --infer-partial count before the config's", async () => {
    const schema = "{ type: object, properties: { known: { type: string } } }";
    const media = `{ application/json: { schema: ${schema}, example: { known: a, more: { inner: 1 } } } }`;
    const get = `get: { operationId: get, responses: { "200": { description: ok, content: ${media} } } }`;
    const cwd = await makeProject({
      "exemplar.config.json": JSON.stringify({ document: "api.yml", output: "out", infer: { required: "seen" } }),
      "api.yml": `openapi: 3.1.0\ninfo: { title: I, version: "1" }\npaths: { /a: { ${get} } }\n`,
    });
    const inner = async (args: readonly string[]) => {
      expect(await runCommand(["generate", ...args], { cwd })).toMatchObject({ status: 0 });
      return /inner\??:/.exec(await readFile(join(cwd, "out/src/operations/default/get.ts"), "utf8"))?.[0];
    };
    expect(await inner([])).toBeUndefined();
    expect(await inner(["--infer-partial", "extend"])).toBe("inner:");
    expect(await inner(["--infer-partial", "extend", "--infer-required", "never"])).toBe("inner?:");
  });

  it("explain prints cause and cure of each code, and lists them", async () => {
    const cwd = await makeProject({});
    const { stdout } = await runCommand(["explain"], { cwd });
    expect(stdout).toContain("\nexample-contradicts-schema");
    const one = await runCommand(["explain", "example-contradicts-schema"], { cwd });
    expect(one.stdout).toContain("What to do: Correct the example or the schema.");
  });

  it("--form-dialect counts before the config's, and leaves what that says of operations", async () => {
    const list = "{ type: object, properties: { list: { type: array, items: { type: string } } } }";
    const post = (id: string) =>
      `post: { operationId: ${id}, requestBody: { content: { application/x-www-form-urlencoded: { schema: ${list} } } }, responses: {} }`;
    const cwd = await makeProject({
      "exemplar.config.json": JSON.stringify({
        document: "forms.yml",
        output: "out",
        forms: { dialect: "json", operations: { two: { dialect: "comma" } } },
      }),
      "forms.yml": `openapi: 3.1.0\ninfo: { title: F, version: "1" }\npaths:\n  /1: { ${post("one")} }\n  /2: { ${post("two")} }\n`,
    });
    const { status, stderr } = await runCommand(["generate", "--form-dialect", "brackets"], { cwd });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    const [one, two] = await Promise.all(
      ["one", "two"].map((name) => readFile(join(cwd, `out/src/forms/${name}.ts`), "utf8")),
    );
    expect(one).toContain('"&list%5B%5D="');
    expect(two).toContain('"&list="');
    expect(two).not.toContain("%5B");
  });

  it("--no-pagination finds no pages, and leaves what the config says of operations", async () => {
    const list =
      "parameters: [{ name: page, in: query, schema: { type: integer } }], responses: { 200: { description: '', content: { application/json: { schema: { type: array, items: {} } } } } }";
    const cwd = await makeProject({
      "exemplar.config.json": JSON.stringify({
        document: "pages.yml",
        output: "out",
        pagination: { operations: { said: { page: "query.page" }, not: false } },
      }),
      "pages.yml": `openapi: 3.1.0\ninfo: { title: P, version: "1" }\npaths:\n${["said", "not", "found"].map((id) => `  /${id}: { get: { operationId: ${id}, ${list} } }\n`).join("")}`,
    });
    const paginated = async (flags: readonly string[]) => {
      const { status, stderr } = await runCommand(["generate", ...flags], { cwd });
      expect({ status, stderr }).toMatchObject({ status: 0 });
      const texts = ["said", "not", "found"].map(async (name) => {
        const text = await readFile(join(cwd, `out/src/operations/default/${name}.ts`), "utf8");
        return text.includes("pages: {") ? [name] : [];
      });
      return (await Promise.all(texts)).flat();
    };
    expect(await paginated([])).toEqual(["said", "found"]);
    expect(await paginated(["--no-pagination"])).toEqual(["said"]);
  });

  it("a config with a mistake ends with 2", async () => {
    const cwd = await makeProject({ "exemplar.config.ts": "export default { documnt: 1 };" });
    const { status, stdout, stderr } = await runCommand(["check"], { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(
      /^error exemplar\.config\.ts: "documnt" is no option\.\n {2}help: The options are document, /,
    );
  });

  it("with --json, wrong usage is a JSON object too", async () => {
    const cwd = await makeProject();
    const { status, stdout } = await runCommand(["generate", "--json"], { cwd });
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, targets: [], error: { message: /no document/ } });
  });

  it("an unreadable Prettier config is the user's mistake", async () => {
    const cwd = await makeProject({ "tiny.yml": tinyDocument, ".prettierrc": "{ semi: " });
    const { status, stderr } = await runCommand(["generate", "tiny.yml", "-o", "out"], { cwd });
    expect(status).toBe(2);
    expect(stderr).toContain("Prettier's config cannot be read");
  });

  it("a bug of ours ends with 3, a stack and what to report", async () => {
    const cwd = await makeProject({ "tiny.yml": tinyDocument });
    const { status, stdout, stderr } = await runCommand(["generate", "tiny.yml", "-o", "out"], {
      cwd,
      // The clock is read when a run has ended: a stand-in for any broken invariant.
      nodeOptions: [
        "--import",
        'data:text/javascript,performance.now = () => { throw new TypeError("out of order"); }',
      ],
    });
    expect({ status, stdout }).toEqual({ status: 3, stdout: "" });
    expect(stderr).toMatch(/TypeError: out of order\n +at /);
    expect(stderr).toMatch(/bug of exemplar \(\d+\.\d+\.\d+, Node\.js v\d+.*Please report it/);
  });

  it("a config of several targets generates each, and fails if one of them does", async () => {
    const config = { targets: ["a", "b"].map((name) => ({ document: `${name}.yml`, output: `out/${name}` })) };
    const cwd = await makeProject({
      "exemplar.config.json": JSON.stringify({ $schema: "./node_modules/x.json", ...config }),
      "a.yml": "openapi: 3.0.3\n",
      "b.yml": tinyDocument,
    });
    const { status, stderr } = await runCommand(["generate"], { cwd });
    expect(status).toBe(1);
    expect(stderr).toMatch(/✖ out\/a was not generated[^]*✔ out\/b generated/);
  });

  it("help, version and explanations go to stdout", async () => {
    const cwd = await makeProject();
    const [help, version, explained] = await Promise.all([
      runCommand(["generate", "--help"], { cwd }),
      runCommand(["--version"], { cwd }),
      runCommand(["explain", "reference-cycle"], { cwd }),
    ]);
    expect(help).toMatchObject({ status: 0, stderr: "" });
    expect(help.stdout).toContain("--dry-run");
    expect(version).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as unknown });
    expect(explained).toMatchObject({ status: 0, stderr: "" });
    expect(explained.stdout).toMatch(/^reference-cycle \(warning\)\n\n\S/);
  });
});
