/** Loads TypeScript or JavaScript of the user's: the config, and helpers of template sets. */
import { fileURLToPath } from "node:url";

/** What they import of ours, by name. */
const own = {
  "openapi-exemplar/helpers": "../helpers.js",
  "openapi-exemplar/view": "../view/view.js",
  "openapi-exemplar": "../config.js",
} as const;

/**
 * Loads a module's default export, or all that it exports where it has none.
 * @param file absolute
 * @throws whatever the module throws
 */
export async function importModule(file: string): Promise<unknown> {
  const { createJiti } = await import("jiti");
  const alias = Object.fromEntries(
    Object.entries(own).map(([name, path]) => [name, fileURLToPath(import.meta.resolve(path))]),
  );
  return await createJiti(import.meta.url, { alias, moduleCache: false }).import(file, { default: true });
}
