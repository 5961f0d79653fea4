import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile } from "./compile.js";
import { linkModules, packCopy, type Packed, repository } from "./pack.js";
import { type Finished, runCommand, runOrThrow } from "./run-command.js";

/** Another document than the repository's: JSON responses with a schema, a path parameter, no forms. */
const pets = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
servers: [{ url: https://pets.example }]
paths:
  /pets/{id}:
    get:
      operationId: getPet
      tags: [Pets]
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      responses:
        "200":
          description: OK
          content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
components:
  schemas:
    Pet: { type: object, required: [name], properties: { name: { type: string } } }
`;

const config = `import { defineConfig } from "openapi-exemplar";

export default defineConfig({
  document: "spec/zoom-account.yml",
  overlays: ["spec/zoom-account.overlay.yml"],
  output: "generated/zoom-account",
  package: { name: "zoom-account", version: "1.0.0" },
});
`;

let folder: string;
let project: string;
let installed: string;
let packed: Packed;
let manifest: Manifest;

interface Manifest {
  readonly name: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** A project in which the packed generator is installed beside its declared dependencies, and nothing else. */
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "exemplar-generator-")));
  packed = await packCopy(".", folder, ["test/cases"]);
  project = join(folder, "project");
  installed = join(project, "node_modules/openapi-exemplar");
  await mkdir(installed, { recursive: true });
  await runOrThrow("tar", ["-xzf", packed.tarball, "-C", installed, "--strip-components", "1"], folder);
  // The fields that are used are npm's; `npm pack` has read them before.
  manifest = JSON.parse(await readFile(join(installed, "package.json"), "utf8")) as Manifest;
  await linkModules(join(project, "node_modules"), Object.keys(manifest.dependencies));
  await mkdir(join(project, "node_modules/.bin"));
  await symlink(join(installed, manifest.bin["exemplar"] ?? ""), join(project, "node_modules/.bin/exemplar"));
  await cp(join(repository, "spec"), join(project, "spec"), { recursive: true });
  await cp(join(repository, ".prettierrc.json"), join(project, ".prettierrc.json"));
  await writeFile(join(project, "pets.yml"), pets);
  await writeFile(join(project, "exemplar.config.ts"), config);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function exemplar(...args: readonly string[]): Promise<Finished> {
  return runCommand(process.execPath, [join(project, "node_modules/.bin/exemplar"), ...args], project);
}

async function filesBelow(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

describe("the packed generator", () => {
  it("holds dist, templates and npm's own files, and nothing else", () => {
    const top = new Set(packed.files.map((path) => path.split("/")[0]));
    for (const optional of ["README.md", "LICENSE"]) top.delete(optional);
    expect(top).toEqual(new Set(["dist", "package.json", "templates"]));
  });

  /** Scalar's, which has no module of ours. */
  const referencePage = "dist/mock/scalar.js";

  it("holds every template, and a module for every module of the generator", async () => {
    const inRepository = async (name: string) =>
      (await filesBelow(join(repository, name))).map((path) => path.slice(repository.length + 1).replaceAll("\\", "/"));
    expect(packed.files).toEqual(expect.arrayContaining([...(await inRepository("templates"))]));
    const modules = (await inRepository("generator")).filter((path) => path.endsWith(".ts"));
    const built = packed.files.filter(
      (path) => path.startsWith("dist/") && path.endsWith(".js") && path !== referencePage,
    );
    expect(packed.files).toContain(referencePage);
    expect(built.sort()).toEqual(
      modules.map((path) => path.replace("generator/", "dist/").replace(/\.ts$/, ".js")).sort(),
    );
  });

  it("holds nothing of tests, caches or other packages", () => {
    expect(
      packed.files.filter((path) => /\.test\.|tsbuildinfo|node_modules|(^|\/)(spec|generated|test)\//.test(path)),
    ).toEqual([]);
  });

  it("has a command that a shell can start", async () => {
    const text = await readFile(join(installed, manifest.bin["exemplar"] ?? ""), "utf8");
    expect(text.split("\n")[0]).toBe("#!/usr/bin/env node");
    const { status, stdout } = await exemplar("--help");
    expect(status).toBe(0);
    expect(stdout).toContain("generate");
  });
});

describe("the installed command", () => {
  it("generates a package from a document", async () => {
    const { status, stderr } = await exemplar("generate", "pets.yml", "-o", "clients/pets");
    expect(stderr).toContain("1 operation");
    expect(status).toBe(0);
    const written = (await filesBelow(join(project, "clients/pets"))).map((path) => path.replaceAll("\\", "/"));
    for (const path of ["package.json", "src/operations/pets/get-pet.ts", "src/schemas/pet.ts", "src/mock.ts"])
      expect(written).toContainEqual(expect.stringMatching(`clients/pets/${path}$`));
  });

  it("generates from a config, the same bytes as in this repository; check agrees until a file is edited", async () => {
    expect((await exemplar("generate")).status).toBe(0);
    const output = join(project, "generated/zoom-account");
    const committed = join(repository, "generated/zoom-account");
    const [written, expected] = await Promise.all([
      filesBelow(join(output, "src")),
      filesBelow(join(committed, "src")),
    ]);
    expect(written.map((path) => path.slice(output.length))).toEqual(
      expected.map((path) => path.slice(committed.length)),
    );
    for (const path of [...written, join(output, "package.json"), join(output, "README.md")])
      expect(await readFile(path, "utf8"), path).toBe(await readFile(committed + path.slice(output.length), "utf8"));

    const fresh = await exemplar("check");
    expect(fresh.stdout).toBe("");
    expect(fresh.status).toBe(0);

    await writeFile(join(output, "src/mock.ts"), "export {};\n");
    const edited = await exemplar("check");
    expect(edited.stdout).toMatch(/^-export \{\};$/m);
    expect(edited.status).toBe(1);
  });

  it("does nothing the second time", async () => {
    await exemplar("generate", "pets.yml", "-o", "clients/pets");
    const { status, stderr } = await exemplar("generate", "pets.yml", "-o", "clients/pets");
    expect(stderr).toContain("unchanged");
    expect(status).toBe(0);
  });

  it("ends with 1 for a document that is not there, and writes nothing", async () => {
    const { status, stderr } = await exemplar("generate", "absent.yml", "-o", "clients/absent");
    expect(stderr).toContain("absent.yml");
    expect(status).toBe(1);
    expect(existsSync(join(project, "clients/absent"))).toBe(false);
  });
});

describe("types of the installed generator", () => {
  const views = `import { type Config, defineConfig, type TargetConfig } from "openapi-exemplar";
import type { OperationView, PackageView, Views } from "openapi-exemplar/view";
const target: TargetConfig = { document: "openapi.yml", output: "generated", templates: ["client", "./mine"] };
export const one: Config = defineConfig(target);
export const several: Config = defineConfig({ targets: [target] });
export const names = (views: Views): readonly string[] => views.operations.map(({ name }: OperationView) => name);
export const title = ({ title }: PackageView): PackageView["title"] => title;
`;

  /** A config exports by default what `defineConfig` gives; `isolatedDeclarations` is for what is published. */
  const configFlags = { declaration: false, isolatedDeclarations: false };

  it.each(["nodenext", "bundler"] as const)("resolve for a consumer (%s)", async (resolution) => {
    await writeFile(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
    await writeFile(join(project, "views.ts"), views);
    await writeFile(join(project, "wrong.ts"), config.replace("overlays", "overlay"));
    const files = ["views.ts", "wrong.ts"].map((name) => join(project, name));
    const errors = compile(project, files, resolution, "browser", configFlags);
    expect(errors.filter(({ file }) => file !== "wrong.ts")).toEqual([]);
    expect(errors).toMatchObject([{ file: "wrong.ts", line: 5, column: 3 }]);
  });
});
