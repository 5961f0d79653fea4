/** `exemplar infer FILE...`: JSON Schema, or TypeScript, from examples in files, all of one place together. */
import { join } from "node:path";
import { collectDiagnostics, type Diagnostics } from "./diagnostics.js";
import type { SourceFile } from "./document/document.js";
import type { InferOptions } from "./document/infer-options.js";
import { inferSchema } from "./document/infer-schema.js";
import { type JsonObject } from "./document/json.js";
import { loadFile, parseSource } from "./document/load.js";
import { locateAll, type LocatedDiagnostic } from "./report.js";

export interface InferFilesOptions extends InferOptions {
  /** The name of the type, where TypeScript is wanted; null for JSON Schema. */
  readonly typescript: string | null;
  /** Absolute; paths are relative to it. */
  readonly cwd: string;
  /** What `-` reads. */
  readonly stdin: AsyncIterable<Uint8Array | string>;
}

export interface Inferred {
  /** Null where a file cannot be read. */
  readonly schema: JsonObject | null;
  /** Null where it was not asked for. */
  readonly typescript: string | null;
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/**
 * Infers from files, JSON or YAML.
 * @param paths `-` is stdin
 */
export async function inferFiles(paths: readonly string[], options: InferFilesOptions): Promise<Inferred> {
  const diagnostics = collectDiagnostics();
  const files: SourceFile[] = [];
  for (const path of paths) {
    const file =
      path === "-"
        ? parseSource(await bytesOf(options.stdin), "<stdin>", diagnostics)
        : await loadFile(path, options.cwd, diagnostics);
    if (file !== null) files.push(file);
  }
  const isComplete = files.length === paths.length && !diagnostics.hasErrors();
  const schema = isComplete
    ? inferSchema(
        files.map(({ value }) => value),
        options,
      )
    : null;
  const typescript =
    schema === null || options.typescript === null
      ? null
      : await typescriptOf(options.typescript, schema, { files, cwd: options.cwd }, diagnostics);
  return {
    schema,
    typescript,
    diagnostics: locateAll(diagnostics, new Map(files.map((file) => [file.uri, file]))),
  };
}

async function bytesOf(chunks: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  return Buffer.concat(all);
}

/** The type as a generated package has it, formatted with the options that hold in the working directory. */
async function typescriptOf(
  name: string,
  schema: JsonObject,
  { files, cwd }: { readonly files: readonly SourceFile[]; readonly cwd: string },
  diagnostics: Diagnostics,
): Promise<string | null> {
  // TypeScript and Prettier are loaded only here.
  const [{ createTypePrinter }, { schemaDoc }, { seenOnce }, { formatFiles }, { prettierOptions }] = await Promise.all([
    import("./types/print-types.js"),
    import("./view/schema-doc.js"),
    import("./view/inferred-doc.js"),
    import("./output/format.js"),
    import("./output/prettier-options.js"),
  ]);
  const once = seenOnce([schema]);
  const printer = createTypePrinter([], (member) => schemaDoc(member, [], once.has(member) ? ["Seen once."] : []).text);
  const { declaration } = printer.declare(name, schema);
  const from = inWords(files.map(({ uri }) => `\`${uri.replaceAll("`", "")}\``));
  const doc = schemaDoc(schema, [`Inferred from ${from}.${files.length === 1 ? " Seen once." : ""}`]).text;
  const text = `${doc}\n${declaration}\n`;
  const formatted = await formatFiles(
    [{ path: `${name}.ts`, text, template: "exemplar infer", printed: null, sourceOf: () => null }],
    await prettierOptions(join(cwd, name)),
    diagnostics,
  );
  return formatted?.[0]?.text ?? null;
}

/** What is printed: the schema as JSON with two spaces, or TypeScript. */
export function inferredText({ schema, typescript }: Inferred): string {
  return typescript ?? (schema === null ? "" : `${JSON.stringify(schema, null, 2)}\n`);
}

function inWords(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
