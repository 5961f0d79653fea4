import { defineConfig } from "vitest/config";
import { integration, plugins, shared } from "./vitest.config.js";

/**
 * Packages as npm packs them, template sets with the libraries that they are for, documents at random, servers that
 * misbehave, runs that are killed, and Chromium: `npm run test:integration`.
 */
export default defineConfig({
  plugins,
  test: { ...shared, include: integration },
});
