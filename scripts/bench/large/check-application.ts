/** What an application that imports a package costs TypeScript: `tsc --extendedDiagnostics`, in a process of its own. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const compiler = join(createRequire(import.meta.url).resolve("typescript/package.json"), "..", "lib", "tsc.js");

/** Figures as tsc prints them; times in seconds, memory in megabytes. */
export interface CheckFigures {
  readonly files: number;
  readonly lines: number;
  readonly types: number;
  readonly instantiations: number;
  readonly memory: number;
  readonly check: number;
  readonly total: number;
}

/**
 * Checks an application of one module.
 * @param packageFolder stands in its `node_modules` under the name `pkg`
 * @throws where there is a type error
 */
export function checkApplication(code: string, packageFolder: string): CheckFigures {
  const folder = mkdtempSync(join(tmpdir(), "exemplar-application-"));
  try {
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(packageFolder, join(folder, "node_modules", "pkg"));
    writeFileSync(join(folder, "app.ts"), code);
    const compilerOptions = {
      noEmit: true,
      strict: true,
      skipLibCheck: true,
      target: "ES2022",
      lib: ["ES2022", "DOM", "DOM.Iterable"],
      types: [],
      module: "ESNext",
      moduleResolution: "bundler",
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["app.ts"] }));
    const { status, stdout } = spawnSync(process.execPath, [compiler, "--extendedDiagnostics"], {
      cwd: folder,
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`tsc ended with ${String(status)}: ${stdout.slice(0, 2000)}`);
    return parseDiagnostics(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads the figures of `--extendedDiagnostics`. */
export function parseDiagnostics(text: string): CheckFigures {
  const figure = (name: string) => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(text)?.[1] ?? Number.NaN);
  return {
    files: figure("Files"),
    lines: ["Library", "Definitions", "TypeScript"].reduce((sum, kind) => sum + figure(`Lines of ${kind}`), 0),
    types: figure("Types"),
    instantiations: figure("Instantiations"),
    memory: figure("Memory used") / 1024,
    check: figure("Check time"),
    total: figure("Total time"),
  };
}
