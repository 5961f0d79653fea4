import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseDiagnostics } from "../../scripts/bench/large/check-application.js";
import { typicalOperation } from "../../scripts/bench/large/typical-operation.js";

describe("the figures of tsc", () => {
  it("are read by name; lines are those of all kinds, memory is in megabytes", () => {
    const text = [
      "Files:                         66",
      "Lines of Library:           50000",
      "Lines of Definitions:         318",
      "Lines of TypeScript:            1",
      "Lines of JavaScript:            0",
      "Types:                        160",
      "Instantiations:                27",
      "Memory used:               59392K",
      "Memory limit:            4000000K",
      "Check time:                 0.03s",
      "Total time:                 0.93s",
    ].join("\n");
    expect(parseDiagnostics(text)).toEqual({
      files: 66,
      lines: 50_319,
      types: 160,
      instantiations: 27,
      memory: 58,
      check: 0.03,
      total: 0.93,
    });
  });
});

describe("the typical operation", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "exemplar-test-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      const target = join(folder, "src", "operations", path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
  }

  const index = { "index.ts": 'export * from "./b/index.js";\nexport * from "./a/index.js";\n' };
  const operation = (name: string, response: string) => `export ${response}\nexport function ${name}(\n`;

  it("is the first that answers an object, in the order of the indexes", () => {
    write({
      ...index,
      "b/index.ts": 'export * from "./drop.js";\nexport * from "./get.js";\n',
      "b/drop.ts": operation("drop", "type DropResponse = undefined;"),
      "b/get.ts": operation("get", "type GetResponse = Pet;"),
      "a/index.ts": 'export * from "./list.js";\n',
      "a/list.ts": operation("list", "interface ListResponse {"),
    });
    expect(typicalOperation(folder)).toEqual({ name: "get", tag: "b", slug: "get" });
  });

  it("is none, where none does", () => {
    write({
      "index.ts": 'export * from "./a/index.js";\n',
      "a/index.ts": 'export * from "./list.js";\n',
      "a/list.ts": operation("list", "type ListResponse = Blob;"),
    });
    expect(typicalOperation(folder)).toBeNull();
  });
});
