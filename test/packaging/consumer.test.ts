import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile, type CompileError, type Platform, type Resolution } from "./compile.js";
import { type Application, installZoomAccount } from "./install-zoom-account.js";
import { linkModules, repository } from "./pack.js";
import { runOrThrow } from "./run-command.js";
import { before, mark, wrongUses } from "./wrong-uses.js";

const sources = join(repository, "test/consumer");

let folder: string;
let application: Application;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "exemplar-consumer-")));
  application = await installZoomAccount(folder, async (copy) => {
    // As after an operation was removed from the document: what an earlier build left must not be packed.
    await mkdir(join(copy, "dist/esm/operations"), { recursive: true });
    await writeFile(join(copy, "dist/esm/operations/removed.js"), "");
  });
  await cp(sources, application.folder, { recursive: true });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

interface Manifest {
  readonly exports: Readonly<
    Record<string, string | Readonly<Record<"import" | "require", Readonly<Record<string, string>>>>>
  >;
  readonly [field: string]: unknown;
}

async function readManifest(): Promise<Manifest> {
  // The shape is checked by publint.
  return JSON.parse(await readFile(join(application.installed, "package.json"), "utf8")) as Manifest;
}

/** What an application may import: each subpath of the export map, patterns filled in by the files that they match. */
async function subpaths(): Promise<readonly string[]> {
  const { exports } = await readManifest();
  return Object.entries(exports).flatMap(([subpath, target]) => {
    if (typeof target === "string") return [];
    const file = target.import["default"]?.replace("./", "") ?? "";
    if (!subpath.includes("*")) return [subpath];
    const [head = "", tail = ""] = file.split("*");
    return application.packed.files
      .filter((path) => path.startsWith(head) && path.endsWith(tail))
      .map((path) => subpath.replace("*", path.slice(head.length, path.length - tail.length)));
  });
}

describe("the packed package", () => {
  it("holds dist, src, README and package.json, and nothing else", () => {
    const { files } = application.packed;
    expect(new Set(files.map((path) => path.split("/")[0]))).toEqual(
      new Set(["README.md", "dist", "package.json", "src"]),
    );
    expect(files.filter((path) => /test|node_modules|exemplar|tsbuildinfo|\.hbs$/.test(path))).toEqual([]);
  });

  it("holds no module that an earlier build left behind", () => {
    expect(application.packed.files.filter((path) => path.includes("removed"))).toEqual([]);
  });

  it("holds for each source an ES module and a CommonJS one, each with types", async () => {
    const entries = await readdir(join(application.installed, "src"), { recursive: true });
    const modules = entries
      .filter((path) => path.endsWith(".ts"))
      .map((path) => path.replaceAll("\\", "/").slice(0, -3));
    expect(modules).toContain("operations/account/account-create");
    const expected = modules.flatMap((path) =>
      ["esm", "cjs"].flatMap((kind) => [`dist/${kind}/${path}.js`, `dist/${kind}/${path}.d.ts`]),
    );
    const built = application.packed.files.filter((path) => /^dist\/.*(\.js|\.d\.ts)$/.test(path));
    expect(new Set(built)).toEqual(new Set(expected));
  });

  it("has source maps that lead to packed sources", async () => {
    const maps = application.packed.files.filter((path) => path.endsWith(".map"));
    expect(maps.length).toBeGreaterThan(0);
    for (const path of maps) {
      const map = JSON.parse(await readFile(join(application.installed, path), "utf8")) as { sources: string[] };
      const found = map.sources.map((source) => posix.join(dirname(path), source));
      expect(application.packed.files, path).toEqual(expect.arrayContaining(found));
    }
  });

  it("depends on nothing", async () => {
    expect(await readdir(join(application.folder, "node_modules"))).toEqual([".package-lock.json", "zoom-account"]);
    const { dependencies, peerDependencies, sideEffects } = await readManifest();
    expect({ dependencies, peerDependencies, sideEffects }).toEqual({ sideEffects: false });
  });

  it("passes publint without a remark", async () => {
    const tarball = await readFile(application.packed.tarball);
    const { messages, pkg } = await publint({
      pack: { tarball: new Uint8Array(tarball).buffer },
      level: "suggestion",
      strict: true,
    });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  it("passes attw for every subpath", async () => {
    const command = join(repository, "node_modules/@arethetypeswrong/cli/dist/index.js");
    const patterns = (await subpaths()).map((subpath) => subpath.replace(/^\.\//, ""));
    const args = ["--profile", "node16", "--no-definitely-typed", "--format", "ascii", "--entrypoints", ...patterns];
    // Its exit status is 1 where it finds anything.
    const printed = await runOrThrow(process.execPath, [command, application.packed.tarball, ...args], folder);
    expect(printed).toContain("zoom-account/operations/account/account-create");
  });
});

describe("an application in JavaScript", () => {
  interface Used {
    readonly created: unknown;
    readonly listed: unknown;
    readonly got: unknown;
    readonly form: string;
    readonly decoded: unknown;
    readonly made: unknown;
    readonly error: {
      readonly isApiError: boolean;
      readonly status: number;
      readonly errors: readonly { readonly field: string }[];
    };
    readonly fixtures: Readonly<
      Record<
        string,
        {
          readonly request: { readonly body: object };
          readonly responses: { readonly 200: { readonly default: object } };
        }
      >
    >;
  }

  it.each(["use.mjs", "use.cjs"])("calls, encodes, decodes and mocks (%s)", async (script) => {
    const printed = await runOrThrow(process.execPath, [script], application.folder);
    const used = JSON.parse(printed) as Used;
    const { accountCreate, accountGet, accountList } = used.fixtures;
    expect(Object.keys(used.fixtures)).toHaveLength(10);
    expect(used.created).toEqual({
      id: "unique_id",
      owner_id: "unique_id",
      owner_email: "email_address",
      created_at: "2012-11-25T12:00:00.000Z",
    });
    expect(used.created).toEqual(accountCreate?.responses[200].default);
    expect(used.listed).toEqual(accountList?.responses[200].default);
    expect(used.got).toEqual(accountGet?.responses[200].default);
    expect(Object.fromEntries(new URLSearchParams(used.form))).toMatchObject({
      email: "ada@example.com",
      first_name: "Ada",
      enable_pstn: "true",
    });
    expect(used.decoded).toEqual({ ok: true, value: accountCreate?.request.body });
    expect(used.made).toEqual({ ...accountCreate?.request.body, email: "grace@example.com" });
    expect(used.error).toMatchObject({ isApiError: true, status: 422, errors: [{ field: "body.account_id" }] });
  });

  it("gets the same exports from every subpath, imported or required", async () => {
    const paths = (await subpaths()).map((subpath) => posix.join("zoom-account", subpath));
    expect(paths).toEqual(
      expect.arrayContaining(["zoom-account", "zoom-account/operations/account/account-create", "zoom-account/mock"]),
    );
    const script = `import { createRequire } from "node:module";
      const require = createRequire(import.meta.url);
      const found = {};
      for (const path of ${JSON.stringify(paths)}) found[path] = [await import(path), require(path)].map((m) => Object.keys(m).filter((key) => key !== "__esModule" && key !== "module.exports" && key !== "default").sort());
      console.log(JSON.stringify(found));`;
    await writeFile(join(application.folder, "exports.mjs"), script);
    const printed = await runOrThrow(process.execPath, ["exports.mjs"], application.folder);
    const found = JSON.parse(printed) as Readonly<Record<string, readonly [readonly string[], readonly string[]]>>;
    expect(Object.keys(found)).toEqual(paths);
    for (const [path, [imported, required]] of Object.entries(found)) {
      expect(required, path).toEqual(imported);
      // A schema that is no enum is a type alone.
      if (!path.includes("/schemas/")) expect(imported.length, path).toBeGreaterThan(0);
    }
  });
});

const configurations: readonly (readonly [Resolution, Platform])[] = [
  ["nodenext", "browser"],
  ["nodenext", "node"],
  ["bundler", "browser"],
  ["bundler", "node"],
];

describe.each(configurations)("an application in TypeScript, %s, for %s", (resolution, platform) => {
  let errors: readonly CompileError[];

  beforeAll(async () => {
    const root = application.folder;
    if (platform === "node") await linkModules(join(root, "node_modules"), ["@types/node"]).catch(ignoreExisting);
    const wrong = wrongUses.map(({ code }, index) => ({
      path: join(root, `wrong-${index}.ts`),
      text: `${before}${code}\n`,
    }));
    for (const { path, text } of wrong) await writeFile(path, text.replaceAll(mark, ""));
    await writeFile(join(root, "readme.ts"), await readmeExample());
    const good = ["use.ts", "readme.ts"].map((name) => join(root, name));
    errors = compile(root, [...good, ...wrong.map(({ path }) => path)], resolution, platform);
  });

  it("compiles without an error, the package's declarations included", () => {
    expect(errors.filter(({ file }) => !file.startsWith("wrong-"))).toEqual([]);
  });

  it.each(wrongUses.map((use, index) => ({ ...use, index })))("is told of $name", ({ code, says, index }) => {
    const found = errors.filter(({ file }) => file === `wrong-${index}.ts`);
    expect(found.map(({ line, column }) => ({ line, column }))).toEqual([placeOf(`${before}${code}`)]);
    expect(found[0]?.message).toContain(says);
  });
});

describe.each(["browser", "node"] as const)(
  "an application in TypeScript that becomes CommonJS, for %s",
  (platform) => {
    it("compiles without an error", () => {
      // TypeScript cannot have both: imports that stay as they are written, and CommonJS in syntax that can be erased.
      const looser = { verbatimModuleSyntax: false };
      const file = join(application.folder, "use.cts");
      expect(compile(application.folder, [file], "nodenext", platform, looser)).toEqual([]);
    });
  },
);

/** Line and column of the mark, from 1. */
function placeOf(text: string): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, text.indexOf(mark)).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** The first call that the README shows. */
async function readmeExample(): Promise<string> {
  const text = await readFile(join(application.installed, "README.md"), "utf8");
  const [, code] = /```ts\n(.*?)```/s.exec(text) ?? [];
  if (code === undefined) throw new Error("The README shows no call.");
  return code;
}

function ignoreExisting(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
}
