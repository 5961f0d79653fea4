/** Runs that end in the middle, at every call that changes the disk: what is left is the old output or the new one. */
import type * as FileSystem from "node:fs/promises";
import { mkdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { emit, recover } from "../../generator/output/emit.js";
import { stageFiles, writeJournal } from "../../generator/output/journal.js";
import { buildManifest, formatManifest, hashText, manifestPath } from "../../generator/output/manifest.js";
import {
  codes,
  readOutput,
  readTimes,
  readTree,
  temporaryOutput,
  toFiles,
  type Tree,
  writeTree,
} from "./output-folder.js";

/** After `calls` more calls, the next (`once`), all (`full`: the disk is), or all and without a system error (`killed`) fail. */
const fault = vi.hoisted(() => ({ calls: Infinity, kind: "once" }));

vi.mock("node:fs/promises", async (importOriginal) => {
  const original = await importOriginal<typeof FileSystem>();
  const fail = (call: string): Error => {
    if (fault.kind === "killed") return new Error("killed");
    if (fault.kind === "once") fault.calls = Infinity;
    return Object.assign(new Error("ENOSPC"), { code: "ENOSPC", syscall: call });
  };
  /** Whether this call still works. A disk that is full, or fails once, does not keep folders from being deleted. */
  const works = (call: string): boolean => {
    if (
      fault.calls === Infinity ||
      (fault.kind !== "killed" && call === "rmdir") ||
      (fault.kind === "full" && /^(?:rm|unlink)$/.test(call))
    )
      return true;
    return fault.calls-- > 0;
  };
  const wrap =
    <A extends unknown[], R>(call: string, run: (...values: A) => Promise<R>) =>
    async (...values: A): Promise<R> => {
      if (works(call)) return run(...values);
      throw fail(call);
    };
  const write: typeof original.writeFile = async (file, text, options) => {
    if (works("write")) return original.writeFile(file, text, options);
    // A part of it gets to the disk.
    await original.writeFile(file, typeof text === "string" ? text.slice(0, 1) : "", options).catch(() => undefined);
    throw fail("write");
  };
  return {
    ...original,
    mkdir: wrap("mkdir", original.mkdir),
    rename: wrap("rename", original.rename),
    rm: wrap("rm", original.rm),
    rmdir: wrap("rmdir", original.rmdir),
    unlink: wrap("unlink", original.unlink),
    open: wrap("open", original.open),
    writeFile: write,
  };
});

afterEach(() => {
  fault.calls = Infinity;
});

const before: Tree = {
  "src/a.ts": "a 1\n",
  "src/gone/b.ts": "b 1\n",
  "src/same.ts": "same\n",
  file: "file\n",
  "folder/x": "x\n",
};
const after: Tree = {
  "src/a.ts": "a 2\n",
  "src/new/c.ts": "c 2\n",
  "src/same.ts": "same\n",
  "file/y": "y\n",
  folder: "folder\n",
  "src/d.ts": "d\n",
};
const own: Tree = { "src/own.ts": "own\n" };

/** The tree with its manifest, as a run that nothing disturbs leaves it. */
function settled(tree: Tree, inputs: string): Tree {
  const all = { ...tree, ...own, [manifestPath]: formatManifest(buildManifest(toFiles(tree), inputs)) };
  return Object.fromEntries(Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1)));
}

async function outputBefore(): Promise<string> {
  const out = await temporaryOutput();
  await writeTree(out, own);
  await emit(out, toFiles(before), "1", collectDiagnostics());
  return out;
}

/** Which of the two it is; the whole tree where it is neither. */
function whole(tree: Tree): string | Tree {
  const text = JSON.stringify(tree);
  if (text === JSON.stringify(settled(before, "1"))) return "old";
  return text === JSON.stringify(settled(after, "2")) ? "new" : tree;
}

/** Runs with a fault after 0, 1, 2, ... calls until one run comes through; returns how many did not. */
async function atEveryCall(kind: string, run: (calls: number) => Promise<boolean>): Promise<number> {
  for (let calls = 0; calls < 200; calls++) {
    fault.kind = kind;
    if (await run(calls)) return calls;
  }
  throw new Error("No run came through");
}

describe("a run that is killed", () => {
  it("leaves the old output or the new one, once the next command has recovered it", async () => {
    const outcomes = new Set<unknown>();
    const runs = await atEveryCall("killed", async (calls) => {
      const out = await outputBefore();
      fault.calls = calls;
      const result = await emit(out, toFiles(after), "2", collectDiagnostics()).catch(() => null);
      const isThrough = fault.calls > 0;
      fault.calls = Infinity;
      const diagnostics = collectDiagnostics();
      expect(await recover(out, diagnostics)).toBe(true);
      const outcome = whole(await readTree(out));
      expect(outcome).toBeTypeOf("string");
      if (result !== null) expect(outcome).toBe("new");
      expect(codes(diagnostics).filter((code) => code !== "output-recovered")).toEqual([]);
      outcomes.add(outcome);
      // And the next run has nothing to complain about.
      await emit(out, toFiles(after), "2", diagnostics);
      expect(whole(await readTree(out))).toBe("new");
      expect(codes(diagnostics).filter((code) => code !== "output-recovered")).toEqual([]);
      return isThrough;
    });
    expect(runs).toBeGreaterThan(15);
    expect([...outcomes].sort()).toEqual(["new", "old"]);
  });

  it("may be killed again while it recovers", async () => {
    await atEveryCall("killed", async (calls) => {
      const out = await interrupted(2);
      fault.calls = calls;
      await recover(out, collectDiagnostics()).catch(() => null);
      const isThrough = fault.calls > 0;
      fault.calls = Infinity;
      expect(await recover(out, collectDiagnostics())).toBe(true);
      expect(whole(await readTree(out))).toBe("new");
      return isThrough;
    });
  });

  it("leaves nothing of a first output that was not begun", async () => {
    const out = await temporaryOutput();
    fault.kind = "killed";
    fault.calls = 5;
    await emit(out, toFiles(after), "2", collectDiagnostics()).catch(() => null);
    fault.calls = Infinity;
    expect(await recover(out, collectDiagnostics())).toBe(true);
    expect(await readTree(out)).toEqual({ ".exemplar/": "" });
  });
});

describe.each(["once", "full"])("a disk that fails (%s)", (kind) => {
  it("leaves the old output or the new one, or a journal and an error", async () => {
    const runs = await atEveryCall(kind, async (calls) => {
      const out = await outputBefore();
      const diagnostics = collectDiagnostics();
      fault.calls = calls;
      const result = await emit(out, toFiles(after), "2", diagnostics);
      const isThrough = fault.calls !== Infinity && fault.calls > 0;
      fault.calls = Infinity;
      const [code] = codes(diagnostics);
      if (code === undefined)
        expect(result).not.toBeNull(); // A lock may be left.
      else if (code === "output-not-writable") expect([result, whole(await readTree(out))]).toEqual([null, "old"]);
      else expect([result, code]).toEqual([null, "output-incomplete"]);
      expect(await recover(out, collectDiagnostics())).toBe(true);
      expect(whole(await readTree(out))).toBe(code === "output-not-writable" ? "old" : "new");
      return isThrough;
    });
    expect(runs).toBeGreaterThan(15);
  });

  it("leaves no folder where there was none", async () => {
    await atEveryCall(kind, async (calls) => {
      const out = join(await temporaryOutput(), "deep");
      const diagnostics = collectDiagnostics();
      fault.calls = calls;
      await emit(out, toFiles(after), "2", diagnostics);
      const isThrough = fault.calls !== Infinity && fault.calls > 0;
      fault.calls = Infinity;
      const left = Object.keys(await readTree(join(out, "../..")));
      if (codes(diagnostics).includes("output-not-writable")) expect(left).toEqual([]);
      return isThrough;
    });
  });
});

/** An output whose run was interrupted after so many moves (the removals come before them). */
async function interrupted(moves: number, journal?: unknown): Promise<string> {
  const out = await outputBefore();
  const files = [
    ...toFiles(after).filter(({ path }) => path !== "src/same.ts"),
    { path: manifestPath, text: settled(after, "2")[manifestPath] ?? "" },
  ];
  const writes = files.map((file) => ({ ...file, hash: hashText(file.text) }));
  await stageFiles(out, writes);
  const removals = ["src/gone/b.ts", "file", "folder/x"].map((path) => ({ path, hash: hashText(before[path] ?? "") }));
  await writeJournal(out, writes, removals);
  if (journal !== undefined) await writeFile(join(out, ".exemplar/journal.json"), JSON.stringify(journal));
  if (moves > 0) await Promise.all(removals.map(({ path }) => rm(join(out, path))));
  if (moves > 0) await Promise.all(["src/gone", "folder"].map((path) => rm(join(out, path), { recursive: true })));
  for (const [index, { path }] of writes.slice(0, moves).entries()) {
    await mkdir(join(out, path, ".."), { recursive: true });
    await rename(join(out, ".exemplar/stage", String(index)), join(out, path));
  }
  return out;
}

describe("recovery", () => {
  it.each([0, 1, 2, 3, 4, 5, 6])("completes a run that was interrupted after %i moves", async (moves) => {
    const out = await interrupted(moves);
    const diagnostics = collectDiagnostics();
    expect(await recover(out, diagnostics)).toBe(true);
    expect(whole(await readTree(out))).toBe("new");
    expect(codes(diagnostics)).toEqual(["output-recovered"]);
  });

  it("writes nothing where no run was interrupted", async () => {
    const out = await outputBefore();
    const times = await readTimes(out);
    expect(await recover(out, collectDiagnostics())).toBe(true);
    expect(await readTimes(out)).toEqual(times);
    expect(await recover(join(out, "missing"), collectDiagnostics())).toBe(true);
    expect(await readTimes(out)).toEqual(times);
  });

  it("says that a file was edited in the meantime", async () => {
    const out = await interrupted(0);
    await writeFile(join(out, "src/a.ts"), "mine");
    const diagnostics = collectDiagnostics();
    expect(await recover(out, diagnostics)).toBe(true);
    expect(codes(diagnostics)).toEqual(["file-edited", "output-recovered"]);
    expect(whole(await readTree(out))).toBe("new");
  });

  it("leaves a file alone that was to be deleted and has been edited in the meantime", async () => {
    const out = await interrupted(0);
    await writeFile(join(out, "src/gone/b.ts"), "mine");
    expect(await recover(out, collectDiagnostics())).toBe(true);
    expect(await readOutput(out)).toEqual({ ...after, ...own, "src/gone/b.ts": "mine" });
  });

  it("gives up where a staged file is damaged, and the next run knows what was moved for its own", async () => {
    const out = await interrupted(2);
    await writeFile(join(out, ".exemplar/stage/3"), "");
    const diagnostics = collectDiagnostics();
    expect(await recover(out, diagnostics)).toBe(true);
    expect(codes(diagnostics)).toEqual(["journal-discarded"]);
    const third = { ...after, "src/new/c.ts": "c 3\n" };
    expect(await emit(out, toFiles(third), "3", diagnostics)).not.toBeNull();
    expect(codes(diagnostics)).toEqual(["journal-discarded"]);
    expect(await readOutput(out)).toEqual({ ...third, ...own });
  });

  const hash = hashText("own\n");
  const staged = hashText("a 2\n");
  it.each<[string, unknown]>([
    ["no object", []],
    ["no moves", { removals: [] }],
    ["an entry without a hash", { removals: [{ path: "a" }], moves: [] }],
    ["a path outside", { removals: [{ path: "../outside.ts", hash }], moves: [] }],
    ["an absolute path", { removals: [], moves: [{ path: "/tmp/x", hash: staged }] }],
    ["a move into Git's folder", { removals: [], moves: [{ path: ".git/hooks/x", hash: staged }] }],
    [
      "the manifest moved first",
      {
        removals: [],
        moves: [
          { path: manifestPath, hash: staged },
          { path: "z", hash },
        ],
      },
    ],
    [
      "a path twice",
      {
        removals: [],
        moves: [
          { path: "z", hash: staged },
          { path: "z", hash: staged },
        ],
      },
    ],
    ["a removal of what the manifest does not list", { removals: [{ path: "src/own.ts", hash }], moves: [] }],
    ["a move over what the manifest does not list", { removals: [], moves: [{ path: "src/own.ts", hash: staged }] }],
    ["a staged file with another hash", { removals: [], moves: [{ path: "z", hash }] }],
    ["a move through a link", { removals: [], moves: [{ path: "link/z", hash: staged }] }],
  ])("does not follow a journal with %s", async (_, journal) => {
    const out = await interrupted(0, journal);
    await writeTree(join(out, ".."), { "outside.ts": "own\n", "outside/q": "q" });
    await symlink("../outside", join(out, "link"));
    const diagnostics = collectDiagnostics();
    expect(await recover(out, diagnostics)).toBe(true);
    expect(codes(diagnostics)).toEqual(["journal-discarded"]);
    await rm(join(out, "link"));
    expect(whole(await readTree(out))).toBe("old");
    expect(await readFile(join(out, "../outside.ts"), "utf8")).toBe("own\n");
    expect(await readTree(join(out, "../outside"))).toEqual({ q: "q" });
  });

  it.each(["not JSON", "[".repeat(100_000), "null"])(
    "does not follow a journal that is no journal (%#)",
    async (text) => {
      const out = await outputBefore();
      await writeFile(join(out, ".exemplar/journal.json"), text);
      const diagnostics = collectDiagnostics();
      expect(await recover(out, diagnostics)).toBe(true);
      expect(codes(diagnostics)).toEqual(["journal-discarded"]);
      expect(whole(await readTree(out))).toBe("old");
    },
  );

  it.each(["journal.json", "stage", "lock"])("does not follow a link in the place of %s", async (name) => {
    const out = await interrupted(0);
    await rm(join(out, ".exemplar", name), { recursive: true, force: true });
    await writeTree(join(out, "../outside"), { "0": "a 2\n", x: "x" });
    await symlink("../../outside", join(out, ".exemplar", name));
    await recover(out, collectDiagnostics());
    expect(await readTree(join(out, "../outside"))).toEqual({ "0": "a 2\n", x: "x" });
  });
});
