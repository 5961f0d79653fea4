/** `exemplar infer`: files in, a schema or a type out; lines in, lines out. */
import { describe, expect, it } from "vitest";
import { inferBatch } from "../../generator/infer-batch.js";
import { makeProject, runCommand } from "./run-command.js";

const account = '{ "id": 1, "name": "Ada", "tags": [] }';
const files = { "one.json": account, "two.yml": "id: 2\nname: null\nsince: 2020-01-02T03:04:05Z\n" };

describe.concurrent("infer FILE...", { timeout: 120_000 }, () => {
  it("prints the schema of all files together", async () => {
    const { status, stdout, stderr } = await runCommand(["infer", "one.json", "two.yml"], {
      cwd: await makeProject(files),
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({
      type: "object",
      properties: {
        id: { type: "integer" },
        name: { type: ["string", "null"] },
        tags: { type: "array" },
        since: { type: "string", format: "date-time" },
      },
      required: ["id", "name"],
      "x-exemplar-seen": 2,
    });
  });

  it("prints a type, with the user's formatting", async () => {
    const cwd = await makeProject({ ...files, ".prettierrc": '{ "semi": false }' });
    const { status, stdout } = await runCommand(["infer", "one.json", "two.yml", "--typescript", "Account"], { cwd });
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: `/** Inferred from \`one.json\` and \`two.yml\`. */
export interface Account {
  id: number
  name: string | null
  tags?: unknown[]
  /** Format: \`date-time\` */
  since?: string
}
`,
    });
  });

  it("reads stdin, and says what the config of required says", async () => {
    const { stdout } = await runCommand(["infer", "-", "--typescript", "A", "--required", "repeated"], {
      cwd: await makeProject(),
      input: '{"a": [{"b": 1}, {"b": 2}]}',
    });
    expect(stdout).toBe(
      "/** Inferred from `<stdin>`. Seen once. */\nexport interface A {\n  a?: {\n    b: number;\n  }[];\n}\n",
    );
  });

  it("says where a file is wrong, and prints no schema", async () => {
    const cwd = await makeProject({ ...files, "bad.json": '{ "a": 1,\n  "b": [ }' });
    const told = await runCommand(["infer", "one.json", "bad.json"], { cwd });
    expect({ status: told.status, stdout: told.stdout }).toEqual({ status: 1, stdout: "" });
    expect(told.stderr).toContain("--> bad.json:2:");
    const json = await runCommand(["infer", "nowhere.json", "--json"], { cwd });
    expect({ status: json.status, stderr: json.stderr }).toEqual({ status: 1, stderr: "" });
    expect(JSON.parse(json.stdout)).toMatchObject({
      ok: false,
      schema: null,
      typescript: null,
      diagnostics: [{ code: "document-not-found", severity: "error" }],
    });
  });

  it.each([
    { what: "empty", text: " ", says: "The file is empty; YAML or JSON was expected." },
    { what: "of several documents", text: "---\na: 1\n---\na: x\n", says: "several YAML documents" },
    { what: "nested deeply", text: "[".repeat(300) + "]".repeat(300), says: "The file is refused as a whole" },
    { what: "a page", text: "<html>", says: "The file holds HTML or XML; YAML or JSON was expected." },
  ])("says what is wrong with a file that is $what", async ({ text, says }) => {
    const { status, stdout, stderr } = await runCommand(["infer", "-"], { cwd: await makeProject(), input: text });
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain(says);
  });

  it.each([
    { args: ["infer"], says: "There is no file to infer from." },
    { args: ["infer", "one.json", "--batch"], says: "--batch reads lines from stdin" },
    { args: ["infer", "one.json", "--typescript", "my type"], says: '"my type" cannot be the name of a type' },
    { args: ["infer", "one.json", "--typescript", "string"], says: '"string" cannot be the name of a type' },
    { args: ["infer", "one.json", "--required", "always"], says: "seen, repeated, never" },
  ])("ends with 2 and says: $says", async ({ args, says }) => {
    const { status, stdout, stderr } = await runCommand(args, { cwd: await makeProject(files) });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(says);
  });
});

describe.concurrent("infer --batch", { timeout: 120_000 }, () => {
  it("reads text as JSON where the media type is JSON", async () => {
    const line = (mediaType: string) => JSON.stringify({ id: mediaType, mediaType, examples: ['{"a": 1}', "plain"] });
    const { stdout } = await runCommand(["infer", "--batch"], {
      cwd: await makeProject(),
      input: [line("application/vnd.a+json"), line("text/plain")].join("\n"),
    });
    const types = stdout
      .trimEnd()
      .split("\n")
      .map((answer) => (JSON.parse(answer) as { typescript: string }).typescript);
    expect(types).toEqual(["export type Root = {\n  a: number;\n} | string;\n", "export type Root = string;\n"]);
  });

  it("answers each line, the bad ones too, and ends with 1 after a bad one", async () => {
    const good =
      '{"id": 9007199254740993, "examplesJson": ["{\\"__proto__\\": {\\"x\\": 12345678901234567890}}", "{}"]}';
    const { status, stdout, stderr } = await runCommand(["infer", "--batch"], {
      cwd: await makeProject(),
      input: `${good}\n\n{"id": "a", "examples": 1}\nnothing\n{"id": [1], "examples": ["2020-01-01"]}`,
    });
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    const lines = stdout.trimEnd().split("\n");
    expect(lines[0]).toBe(
      '{"id":9007199254740993,"schema":{"type":"object","properties":{"__proto__":{"type":"object","properties":{"x":{"type":"integer"}},' +
        '"required":["x"],"x-exemplar-seen":1}},"x-exemplar-seen":2},' +
        '"typescript":"export interface Root {\\n  __proto__?: {\\n    x: number;\\n  };\\n}\\n"}',
    );
    expect(lines[1]).toBe('{"id":"a","error":"examples is no list."}');
    expect(lines[2]).toContain('{"id":null,"error":"The line is no JSON: ');
    expect(lines[3]).toBe(
      '{"id":[1],"schema":{"type":"string","format":"date"},"typescript":"export type Root = string;\\n"}',
    );
    expect(lines).toHaveLength(4);
  });

  it("ends with 0 where all was well, and gives types the name", async () => {
    const { status, stdout } = await runCommand(["infer", "--batch", "--typescript", "Pet"], {
      cwd: await makeProject(),
      input: '{"id":1,"examples":[1,"a"]}\r\n',
    });
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: '{"id":1,"schema":{"type":["integer","string"]},"typescript":"export type Pet = number | string;\\n"}\n',
    });
  });
});

describe("a batch", () => {
  const answers = async (chunks: readonly (Uint8Array | string)[]) => {
    const lines: string[] = [];
    for await (const { line } of inferBatch(
      (async function* () {
        await Promise.resolve();
        yield* chunks;
      })(),
      { required: "seen" },
      "Root",
    ))
      lines.push(line);
    return lines;
  };

  it("is answered line by line, not at its end", async () => {
    let sent = 0;
    const source = async function* () {
      for (const id of [1, 2, 3]) {
        await Promise.resolve();
        sent = id;
        yield `{"id":${String(id)},"examples":[]}\n`;
      }
    };
    const seen: number[] = [];
    for await (const { line } of inferBatch(source(), { required: "seen" }, "Root")) {
      expect(line).toContain('"schema":{}');
      seen.push(sent);
    }
    expect(seen).toEqual([1, 2, 3]);
  });

  it("may come in pieces of any size, with any character in its strings", async () => {
    const bytes = new TextEncoder().encode('{"id":"\u2028ключ😀","examples":[]}\n');
    const pieces = [...bytes].map((byte) => Uint8Array.of(byte));
    expect((await answers(pieces)).map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(["\u2028ключ😀"]);
  });

  it.each<[string, string]>([
    ["[]", "The line is no JSON object."],
    ['{"id":1}', "There is neither examples nor examplesJson."],
    ['{"id":1,"examplesJson":{}}', "examplesJson is no list."],
    ['{"id":1,"examplesJson":["1","{"]}', "examplesJson[1] is no JSON: "],
    ['{"id":1,"examplesJson":[1]}', "examplesJson[0] is no JSON: it is no string."],
  ])("says what is wrong with %s", async (line, error) => {
    expect((await answers([line])).join("")).toContain(`"error":${JSON.stringify(error).slice(0, -1)}`);
  });

  it("changes no prototype", async () => {
    await answers(['{"id":1,"examples":[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]}']);
    expect("polluted" in {}).toBe(false);
  });
});
