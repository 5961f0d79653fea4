/** A generated package, bundled and loaded, as far as it is called. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { compileFunction } from "node:vm";
import { build } from "esbuild";

export interface LoadedPackage {
  readonly createClient: (options: Readonly<Record<string, unknown>>) => unknown;
  readonly createMock: (options: { readonly onRequest?: (request: Request, response: Response) => void }) => LoadedMock;
  /** By identifier. */
  readonly operations: Readonly<Record<string, OperationFunction | undefined>>;
  readonly fixtures: Readonly<Record<string, OperationFixtures | undefined>>;
  /** Where the package has streams. */
  readonly stream?: StreamFunction | undefined;
}

export interface LoadedMock {
  (request: Request): Promise<Response>;
  /** The newest last. */
  readonly requests: readonly {
    readonly operation: string | null;
    readonly problems: readonly { readonly field: string; readonly message: string }[];
  }[];
}

/** Reads a stream: of an operation, with what it is called with. */
type StreamFunction = (operation: OperationFunction, ...args: readonly unknown[]) => AsyncIterable<unknown>;

type OperationFunction = (client: unknown, input: unknown, options: unknown) => { result(): Promise<CallResult> };

export type CallResult =
  | { readonly ok: true; readonly status: number; readonly data: unknown; readonly headers: Headers }
  | { readonly ok: false; readonly status: number; readonly error: unknown; readonly headers: Headers }
  | { readonly ok: false; readonly status: null; readonly error: Error };

export interface OperationFixtures {
  readonly request?: unknown;
  /** By `200`, or by `200 text/csv` for a content that is not the preferred one; then by name. */
  readonly responses?: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
}

/**
 * Bundles the sources of a package into one script and runs it. A script, unlike a module, is forgotten when nobody
 * needs it any more.
 * @param folder of the package; absolute
 * @throws where it cannot be bundled, or throws itself
 */
export async function loadPackage(folder: string): Promise<LoadedPackage> {
  const optional = (path: string, line: string) => (existsSync(join(folder, path)) ? line : "");
  const { outputFiles } = await build({
    stdin: {
      contents: [
        `export { createClient } from "./src/index.js";`,
        `export { createMock } from "./src/mock.js";`,
        optional("src/operations/index.ts", `export * as operations from "./src/operations/index.js";`),
        optional("src/stream.ts", `export { stream } from "./src/stream.js";`),
        optional("src/fixtures/index.ts", `export * as fixtures from "./src/fixtures/index.js";`),
      ].join("\n"),
      resolveDir: folder,
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "neutral",
    target: "es2022",
    charset: "utf8",
    logLevel: "silent",
    // What surrounds the folder is none of its business.
    tsconfigRaw: {},
  });
  const module: { readonly exports: Partial<LoadedPackage> } = { exports: {} };
  // The wrapper of a CommonJS module, which `compileFunction` types as any function.
  const run = compileFunction(outputFiles[0]?.text ?? "", ["module", "exports"]) as (m: unknown, e: unknown) => void;
  run(module, module.exports);
  const { createClient, createMock, operations = {}, fixtures = {}, stream } = module.exports;
  if (createClient === undefined || createMock === undefined) throw new Error("no createClient or createMock");
  return { createClient, createMock, operations, fixtures, stream };
}
