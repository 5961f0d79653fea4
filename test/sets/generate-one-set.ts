/** A document of a test through template sets, in memory. */
import { dirname } from "node:path";
import { type Target } from "../../generator/config.js";
import type { JsonObject } from "../../generator/document/json.js";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { generate } from "../../generator/generate.js";
import type { OutputFile } from "../../generator/output/output-file.js";
import { templateSources } from "../../generator/template-sources.js";
import { targetFor } from "../../scripts/corpus/target-for.js";

interface Options {
  readonly options?: JsonObject;
  readonly int64?: Target["int64"];
  readonly dates?: Target["dates"];
  /** Default: true, the output is type-checked. */
  readonly verify?: boolean;
}

/**
 * Generates a package with a set beside the default ones.
 * @param path of the document; absolute
 * @returns its files, and the errors that were reported
 */
export async function generateSet(
  path: string,
  set: string,
  { options = {}, int64 = "number", dates = "string", verify = true }: Options = {},
): Promise<{ readonly files: readonly OutputFile[]; readonly errors: readonly string[] }> {
  const diagnostics = collectDiagnostics();
  const templates = [...["client", "fixtures", "mock"].map((name) => ({ set: name, options: {} })), { set, options }];
  const target = { ...targetFor(path, { int64, dates }), templates };
  const generated = await generate(
    target,
    { cwd: dirname(path), templates: templateSources(templates, ""), verify },
    diagnostics,
    () => undefined,
  );
  const errors = diagnostics.list().filter(({ severity }) => severity === "error");
  return { files: generated?.files ?? [], errors: errors.map(({ code, message }) => `${code}: ${message}`) };
}
