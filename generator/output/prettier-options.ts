/** The user's own Prettier options, where the output lies. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Options } from "prettier";

/** Files that Prettier reads its options from. https://prettier.io/docs/configuration */
const configNames = [
  ".prettierrc",
  ".prettierrc.json",
  ".prettierrc.yml",
  ".prettierrc.yaml",
  ".prettierrc.json5",
  ".prettierrc.js",
  ".prettierrc.mjs",
  ".prettierrc.cjs",
  ".prettierrc.ts",
  ".prettierrc.mts",
  ".prettierrc.cts",
  ".prettierrc.toml",
  "prettier.config.js",
  "prettier.config.mjs",
  "prettier.config.cjs",
  "prettier.config.ts",
  "prettier.config.mts",
  "prettier.config.cts",
  "package.json",
  "package.yaml",
  ".editorconfig",
];

/** Existing files in `folder` and above it that may hold Prettier's options; the output's own package.json is not one. */
export function prettierConfigFiles(folder: string): readonly string[] {
  const files: string[] = [];
  for (let parent = dirname(folder), child = folder; parent !== child; child = parent, parent = dirname(parent)) {
    files.push(...configNames.map((name) => join(parent, name)).filter((path) => existsSync(path)));
  }
  return files;
}

/** The user's Prettier config cannot be read: a mistake in it, not ours. */
export class PrettierConfigError extends Error {
  override readonly name: string = "PrettierConfigError";
}

/**
 * Prettier's options for files in `folder`. Loads Prettier's config reader only where there is a config.
 * @throws PrettierConfigError for a config that cannot be read
 */
export async function prettierOptions(folder: string): Promise<Options> {
  if (prettierConfigFiles(folder).length === 0) return {};
  const { resolveConfig } = await import("prettier");
  try {
    // A file beside the output folder, so that nothing in the output has a say.
    return (await resolveConfig(join(dirname(folder), "generated.ts"), { editorconfig: true })) ?? {};
  } catch (error) {
    throw new PrettierConfigError(error instanceof Error ? error.message : String(error));
  }
}
