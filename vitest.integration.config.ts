import { defineConfig } from "vitest/config";
import { plugins, shared } from "./vitest.config.js";

/**
 * Packages as npm packs them, template sets with the libraries that they are for, documents at random, and Chromium:
 * `npm run test:integration`.
 */
export default defineConfig({
  plugins,
  test: {
    ...shared,
    include: ["browser", "corpus", "packaging", "sets"].map((folder) => `test/${folder}/**/*.test.ts`),
  },
});
