import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { packCopy, type Packed } from "./pack.js";
import { runOrThrow } from "./run-command.js";

export interface Application {
  /** An ES module package with nothing in it but zoom-account, installed. */
  readonly folder: string;
  readonly installed: string;
  readonly packed: Packed;
}

/**
 * Packs generated/zoom-account and installs the tarball in an empty application, as npm does it, without network.
 * @param folder an empty folder
 * @param prepare called with the copy of the package before it is packed
 */
export async function installZoomAccount(
  folder: string,
  prepare?: (copy: string) => Promise<void>,
): Promise<Application> {
  const packed = await packCopy("generated/zoom-account", folder, [], prepare);
  const application = join(folder, "application");
  await mkdir(application);
  await writeFile(join(application, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await runOrThrow("npm", ["install", "--offline", "--no-audit", "--no-fund", packed.tarball], application);
  return { folder: application, installed: join(application, "node_modules/zoom-account"), packed };
}
