/** Where the benchmark of sizes reads and writes. */
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root: string = fileURLToPath(new URL("../../../", import.meta.url));

/** Outside of the project: `npm ci` would empty its `node_modules`, and its tools would look into it. */
export const cacheFolder: string = join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "openapi-exemplar");

/** The peers' versions, and how they are run. */
export const peersSource: string = join(root, "..", "shared", "peers");

/** A copy of it, with what npm installs. */
export const peersFolder: string = join(cacheFolder, "peers");
