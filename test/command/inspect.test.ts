/** `exemplar inspect`: views and model as text. */
import { describe, expect, it } from "vitest";
import { parse, parseDocument } from "yaml";
import { makeProject, runCommand, tinyDocument } from "./run-command.js";

describe.concurrent("exemplar inspect", { timeout: 60_000 }, () => {
  it("lists the views", async () => {
    const cwd = await makeProject({ "tiny.yml": tinyDocument });
    const { status, stdout } = await runCommand(["inspect", "tiny.yml"], { cwd });
    expect(status).toBe(0);
    expect(parse(stdout)).toEqual({
      package: "out",
      tag: ["default"],
      operation: ["ping"],
      webhook: [],
      schema: [],
      extension: [],
    });
  });

  it("prints the data of a template, with code told from text", async () => {
    const cwd = await makeProject({
      "tiny.yml": `${tinyDocument}x-team: { name: Blue, size: 12345678901234567890 }\n`,
    });
    const yaml = await runCommand(["inspect", "tiny.yml", "--view", "operation", "--name", "ping"], { cwd });
    expect(yaml.stdout).toContain("id: !identifier ping\nname: ping\nslug: ping\ntag: default\nmethod: GET\n");
    expect(parseDocument(yaml.stdout).errors).toEqual([]);

    const json = await runCommand(["inspect", "tiny.yml", "--view", "extension", "--json"], { cwd });
    expect(json.stdout).toContain('"size": 12345678901234567890');
    expect(JSON.parse(json.stdout)).toMatchObject([
      { name: "x-team", slug: "x-team", value: { name: "Blue" }, options: {} },
    ]);

    const model = await runCommand(["inspect", "tiny.yml", "--model", "--json"], { cwd });
    expect(JSON.parse(model.stdout)).toMatchObject({ info: { title: "Tiny" }, operations: [{ name: "ping" }] });
  });

  it("prints what sets add to the package", async () => {
    const cwd = await makeProject({ "tiny.yml": tinyDocument });
    const sets = ["client", "fixtures", "mock", "zod"].flatMap((set) => ["--templates", set]);
    const { stdout } = await runCommand(["inspect", "tiny.yml", "--view", "package", "--json", ...sets], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      exports: { "./zod": { import: { types: "./dist/esm/zod/index.d.ts" } } },
      peerDependencies: { zod: expect.stringMatching(/^\^4/) as unknown },
    });
  });

  it("says which one was meant", async () => {
    const cwd = await makeProject({ "tiny.yml": tinyDocument });
    const { status, stdout, stderr } = await runCommand(
      ["inspect", "tiny.yml", "--view", "operation", "--name", "pinng"],
      { cwd },
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain('There is no operation "pinng".');
    expect(stderr).toContain('Perhaps "ping" was meant.');
  });

  it("fails where the document does", async () => {
    const cwd = await makeProject({ "tiny.yml": "openapi: 3.1.0\n" });
    const { status, stdout, stderr } = await runCommand(["inspect", "tiny.yml"], { cwd });
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("key-missing");
  });
});
