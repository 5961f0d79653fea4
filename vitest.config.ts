import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig, type Plugin } from "vitest/config";

/** Template sets are laid over each other: a runtime module imports one of another set as if it lay beside it. */
const layeredRuntime: Plugin = {
  name: "layered-runtime",
  enforce: "pre",
  resolveId(source, importer) {
    if (!importer?.includes("/templates/") || !/^\.\/[\w-]+\.js$/.test(source)) return null;
    const file = `${source.slice(2, -3)}.ts`;
    const folders = ["react-query", "msw", "mock", "fixtures", "client"].map((set) =>
      resolve("templates", set, "src/runtime"),
    );
    return folders.map((folder) => resolve(folder, file)).find((path) => existsSync(path)) ?? null;
  },
};

/** What all tests have in common. */
export const shared = {
  globalSetup: "test/built-command.ts",
  // No test is about time: one that hangs is to end, one on a busy machine is not.
  testTimeout: 120_000,
  hookTimeout: 240_000,
  // Many tests wait for processes that they have started: one worker, the default on two cores, would wait too.
  maxWorkers: 2,
};

/** Tests of functions alone: they share what they import, which takes as long as they do. */
const stages = ["document", "house", "model", "runtime", "types", "view"].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);

/**
 * Packages with the libraries that they are for, browsers, documents at random, servers that misbehave, runs that are
 * killed: vitest.integration.config.ts.
 */
export const integration = [
  ...["browser", "corpus", "packaging", "sets"].map((folder) => `test/${folder}/**/*.test.ts`),
  "test/wire/scenarios.test.ts",
  "test/output/emit-crash.test.ts",
];

export const plugins = [layeredRuntime];

export default defineConfig({
  plugins,
  test: {
    ...shared,
    projects: [
      { extends: true, test: { name: "stages", include: stages, isolate: false } },
      {
        extends: true,
        test: {
          name: "whole",
          include: ["test/**/*.test.ts"],
          exclude: [...stages, ...integration],
        },
      },
    ],
  },
});
