/** Loads TypeScript or JavaScript of the user's: the config, and helpers of template sets. */
import { once } from "node:events";
import process from "node:process";
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
 * @throws whatever the module throws, and where it waits for what never comes
 */
export async function importModule(file: string): Promise<unknown> {
  const { createJiti } = await import("jiti");
  const alias = Object.fromEntries(
    Object.entries(own).map(([name, path]) => [name, fileURLToPath(import.meta.resolve(path))]),
  );
  const loading = createJiti(import.meta.url, { alias, moduleCache: false }).import(file, { default: true });
  const settled = new AbortController();
  // Nothing is left to do, and the module is not loaded: Node.js would end without a word.
  const stuck = once(process, "beforeExit", { signal: settled.signal }).then(() => {
    throw new Error("it waits for something that never comes");
  });
  stuck.catch(() => undefined);
  try {
    return await Promise.race([loading, stuck]);
  } finally {
    settled.abort();
  }
}
