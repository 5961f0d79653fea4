/** Files that references lead to are inputs like the document: the command follows them, and sees them change. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeProject, runCommand, shownProblems, tinyDocument } from "./run-command.js";

const quick = "is up to date, nothing was written";
const refersTo = (reference: string) =>
  tinyDocument.replace("schema: { type: string }", `schema: { $ref: "${reference}" }`);
const args = (command: string, ...more: readonly string[]) => [command, "api/tiny.yml", "-o", "out", ...more];
const manifest = (cwd: string) => readFile(join(cwd, "out/.exemplar/manifest.json"), "utf8");

describe.concurrent("files that references lead to", { timeout: 120_000 }, () => {
  it("are inputs: a change in one makes the output stale", async () => {
    const cwd = await makeProject({
      "api/tiny.yml": refersTo("pong.yml"),
      "api/pong.yml": "type: object\nproperties: { n: { $ref: more/count.yml }, m: { $ref: late.yml } }\n",
      "api/more/count.yml": "type: integer\n",
    });
    const generate = () => runCommand(args("generate"), { cwd });
    const first = await generate();
    expect(first.stderr).toContain("✔ out generated");
    expect(shownProblems(first.stderr)).toMatchObject([
      { severity: "warning", code: "reference-unreadable", place: "api/pong.yml:2:49", marked: "$ref" },
    ]);
    const before = await manifest(cwd);
    expect((await generate()).stderr).toContain(quick);

    await writeFile(join(cwd, "api/more/count.yml"), "type: string\n");
    const check = await runCommand(args("check"), { cwd });
    expect(check.status).toBe(1);
    expect(check.stdout).toContain("src/schemas/count.ts");
    expect((await generate()).stderr).toContain("✔ out generated");
    expect(await manifest(cwd)).not.toBe(before);

    // One that was not there.
    await writeFile(join(cwd, "api/late.yml"), "type: boolean\n");
    const late = await generate();
    expect(late.stderr).toContain("✔ out generated");
    expect(shownProblems(late.stderr)).toEqual([]);
  });

  it("lie below the document, or where the command says", async () => {
    const cwd = await makeProject({
      "api/tiny.yml": refersTo("../shared/pong.yml"),
      "shared/pong.yml": "type: integer\n",
    });
    const refused = await runCommand(args("generate"), { cwd });
    expect(refused.status).toBe(1);
    expect(shownProblems(refused.stderr)).toMatchObject([
      { severity: "error", code: "reference-outside", marked: "$ref" },
    ]);
    const allowed = await runCommand(args("generate", "--ref-root", "shared"), { cwd });
    expect(allowed).toMatchObject({ status: 0, stderr: expect.stringContaining("✔ out generated") as unknown });
    // What may be read is no longer what it was.
    expect((await runCommand(args("generate"), { cwd })).status).toBe(1);
  });

  it("lie where the config says, and give the same manifest wherever the project lies", async () => {
    const files = {
      "work/exemplar.config.json": JSON.stringify({
        document: "tiny.yml",
        output: "out",
        refs: { roots: ["../shared"] },
      }),
      "work/tiny.yml": refersTo("../shared/pong.yml"),
      "shared/pong.yml": "type: integer\n",
    };
    const [one, other] = [await makeProject(files), await makeProject(files)];
    const runs = await Promise.all(
      [one, other].map((folder) => runCommand(["generate"], { cwd: join(folder, "work") })),
    );
    expect(runs.map(({ status }) => status)).toEqual([0, 0]);
    expect(await manifest(join(one, "work"))).toBe(await manifest(join(other, "work")));
  });

  it.each(["https://example.com", "example.com/specs", "user@example.com", "*"])(
    "on no host such as %s",
    async (host) => {
      const cwd = await makeProject({ "api/tiny.yml": tinyDocument });
      const { status, stderr } = await runCommand(args("generate", "--ref-host", host), { cwd });
      expect(status).toBe(2);
      expect(stderr).toContain("is not a host that references may lead to");
    },
  );
});
