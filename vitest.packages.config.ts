import { defineConfig } from "vitest/config";
import shared from "./vitest.config.js";

/** Packages as npm packs them, and template sets with the libraries that they are for: `npm run test:packages`. */
export default defineConfig({
  ...shared,
  test: { ...shared.test, include: ["test/sets/**/*.test.ts", "test/packaging/**/*.test.ts"], exclude: [] },
});
