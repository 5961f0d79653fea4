/** The runtimes that generated code must run in, from npm, in a cache of their own. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join } from "node:path";
import { nodeArgs, type Program } from "../../test/wire/scenarios/play-in-process.js";

/** A runtime that is to be tried. */
export interface Runtime {
  readonly name: "Node" | "Deno" | "Bun";
  readonly version: string;
  /** Whether it is no failure where npm does not have it for this machine. */
  readonly isOptional: boolean;
}

/** The oldest Node that we promise, and the newest of each line since that is looked after. */
export const runtimes: readonly Runtime[] = [
  { name: "Node", version: "20.19.0", isOptional: false },
  { name: "Node", version: "22.23.3", isOptional: false },
  { name: "Node", version: "24.21.0", isOptional: false },
  { name: "Deno", version: "2.9.6", isOptional: true },
  { name: "Bun", version: "1.4.5", isOptional: true },
];

const args: Readonly<Record<Runtime["name"], readonly string[]>> = {
  Node: nodeArgs,
  Deno: ["run", "--allow-all", "--no-config", "--no-lock"],
  Bun: ["run"],
};

/** The package of npm that has a Node for this machine. That of the name `node` fetches it by a script. */
const nodePackage = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;

const cache = join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "openapi-exemplar", "runtimes");

/** The program of a runtime; installed at first sight. Undefined where npm cannot install it. */
export function programOf({ name, version }: Runtime): Program | undefined {
  const folder = join(cache, `${name.toLowerCase()}-${version}`);
  const path = executableIn(folder, name) ?? install(folder, name, version);
  return path === undefined ? undefined : { path, args: args[name] };
}

function install(folder: string, name: Runtime["name"], version: string): string | undefined {
  mkdirSync(folder, { recursive: true });
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--loglevel=error"];
  const wanted = `${name === "Node" ? nodePackage : name.toLowerCase()}@${version}`;
  // Deno and Bun are native programs in optional packages of each platform.
  spawnSync("npm", ["install", "--prefix", folder, ...quiet, wanted], {
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  return executableIn(folder, name);
}

/** The native program: not what stands in `.bin` or calls it. */
function executableIn(folder: string, name: Runtime["name"]): string | undefined {
  const modules = join(folder, "node_modules");
  const scope = { Node: nodePackage, Deno: "@deno", Bun: "@oven" }[name];
  if (!existsSync(join(modules, scope))) return undefined;
  const wanted = [name.toLowerCase(), `${name.toLowerCase()}.exe`];
  const found = readdirSync(join(modules, scope), { recursive: true, withFileTypes: true }).find(
    (entry) => entry.isFile() && wanted.includes(basename(entry.name)),
  );
  return found && join(found.parentPath, found.name);
}
