import { defineConfig } from "vitest/config";
import shared from "./vitest.config.js";

/**
 * Packages as npm packs them, template sets with the libraries that they are for, and Chromium:
 * `npm run test:integration`.
 */
export default defineConfig({
  ...shared,
  test: {
    ...shared.test,
    include: ["sets", "packaging", "browser"].map((folder) => `test/${folder}/**/*.test.ts`),
    exclude: [],
  },
});
