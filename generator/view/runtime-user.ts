/** Imports of what generated code uses beside its own. */
import { identifier } from "./code.js";
import type { Imports } from "./import-lines.js";
import type { WriterContext } from "./wire-writer.js";

/**
 * Asks for values of runtime modules, or of the modules in `shapes`, a folder beside theirs.
 * @param folder of the runtime, as the file sees it: `../runtime/`
 */
export function runtimeUser(imports: Imports, folder: string): WriterContext["use"] {
  return (module, name) => {
    const path = module.startsWith("shapes/") ? `${folder.replace(/runtime\/$/, "")}${module}` : `${folder}${module}`;
    imports.value(`${path}.js`, name);
    return identifier(name);
  };
}
