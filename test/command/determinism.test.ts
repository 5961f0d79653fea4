/** Same input, same bytes: whatever the line ends, the folder, the clock, the language, and the notation of the document. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readOutput, readTree, type Tree } from "../output/output-folder.js";
import { makeProject, runCommand, zoomDocument, zoomOverlay } from "./run-command.js";

const args = (document: string) => ["generate", document, "-o", "out", "--package", "zoom-account"];

describe.concurrent("the output", { timeout: 120_000 }, () => {
  let document: string;
  let overlay: string;
  let expected: Tree;
  beforeAll(async () => {
    [document, overlay] = await Promise.all([readFile(zoomDocument, "utf8"), readFile(zoomOverlay, "utf8")]);
    const cwd = await makeProject({ "zoom.yml": document, "overlay.yml": overlay });
    expect(await runCommand([...args("zoom.yml"), "--overlay", "overlay.yml"], { cwd })).toMatchObject({ status: 0 });
    expected = await readTree(join(cwd, "out"));
  });

  it.each([
    { what: "CRLF", change: (text: string) => text.replaceAll("\n", "\r\n"), env: {} },
    { what: "a byte order mark", change: (text: string) => `\uFEFF${text}`, env: {} },
    {
      what: "another time zone, language and terminal",
      change: (text: string) => text,
      env: { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", FORCE_COLOR: "1", COLUMNS: "40" },
    },
  ])("is the same with $what", async ({ change, env }) => {
    const cwd = await makeProject({ "zoom.yml": change(document), "overlay.yml": change(overlay) });
    const { status } = await runCommand([...args("zoom.yml"), "--overlay", "overlay.yml"], { cwd, env });
    expect(status).toBe(0);
    expect(await readTree(join(cwd, "out"))).toEqual(expected);
  });

  it("is the same from another working directory, by a config, in a folder of another name", async () => {
    const config = {
      document: "input/zoom.yml",
      overlays: ["overlay.yml"],
      output: "deep/result",
      package: { name: "zoom-account" },
    };
    const root = await makeProject({
      "exemplar.config.json": JSON.stringify(config),
      "input/zoom.yml": document,
      "overlay.yml": overlay,
    });
    await mkdir(join(root, "elsewhere"));
    const cwd = join(root, "elsewhere");
    expect(await runCommand(["generate", "--config", "../exemplar.config.json"], { cwd })).toMatchObject({ status: 0 });
    expect(await readTree(join(root, "deep/result"))).toEqual(expected);
  });

  it("is the same from the document as JSON, but for the hash of the inputs", async () => {
    const cwd = await makeProject({ "overlay.yml": overlay });
    await writeFile(join(cwd, "zoom.json"), JSON.stringify(parse(document)));
    const { status } = await runCommand([...args("zoom.json"), "--overlay", "overlay.yml"], { cwd });
    expect(status).toBe(0);
    const { ".exemplar/manifest.json": manifest = "", ...files } = await readTree(join(cwd, "out"));
    const { ".exemplar/manifest.json": expectedManifest = "", ...expectedFiles } = expected;
    expect(files).toEqual(expectedFiles);
    const withoutInputs = (text: string) => text.replace(/"inputs": ".*"/, "");
    expect(withoutInputs(manifest)).toBe(withoutInputs(expectedManifest));
    expect(manifest).not.toBe(expectedManifest);
  });

  // Other majors of Node, where the machine has them: EXEMPLAR_OTHER_NODES="/path/to/node22 /path/to/node24".
  const nodes = (process.env["EXEMPLAR_OTHER_NODES"] ?? "").split(" ").filter((path) => path !== "");
  it.skipIf(nodes.length === 0)("is the same on other versions of Node (set EXEMPLAR_OTHER_NODES)", async () => {
    for (const node of nodes) {
      const cwd = await makeProject({ "zoom.yml": document, "overlay.yml": overlay });
      const outcome = await runCommand([...args("zoom.yml"), "--overlay", "overlay.yml"], { cwd, node });
      expect(outcome).toMatchObject({ status: 0 });
      expect(await readOutput(join(cwd, "out")), node).toEqual(
        Object.fromEntries(Object.entries(expected).filter(([path]) => path !== ".exemplar/manifest.json")),
      );
    }
  });
});
