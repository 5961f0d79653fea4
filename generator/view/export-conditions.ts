/** Where a package has the ESM and the CommonJS of a module. */
import type { JsonValue } from "../document/json.js";

/**
 * Conditions for ESM and CommonJS, types first in each.
 * @param module below `src`, without extension
 */
export function exportConditions(module: string): JsonValue {
  return {
    import: { types: `./dist/esm/${module}.d.ts`, default: `./dist/esm/${module}.js` },
    require: { types: `./dist/cjs/${module}.d.ts`, default: `./dist/cjs/${module}.js` },
  };
}
