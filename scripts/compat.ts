/**
 * Generated code under each supported TypeScript: five documents that between them have forms, multipart, streams,
 * discriminators, recursion, enums, webhooks and many schemas, with both ways to resolve modules.
 *
 *   npm run compat [folder of the documents]
 *
 * Exits with 1 where one does not compile. Compilers come from npm at first, then from a cache.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { compilerOptions, type Resolution } from "./compat/compiler-options.js";
import { compiler, versions } from "./compat/compilers.js";
import { checkDocument } from "./corpus/check-document.js";

/** Of the corpus. */
const chosen = [
  "cpy.re--peertube.json", // multipart, callbacks
  "dataflowkit.com.json", // streams
  "gitlab.com.json", // forms, enums
  "microsoft.com--cognitiveservices-EntitySearch.json", // discriminators on bases
  "owner--figma.yml", // webhooks, recursion, unions
];
/** Golden cases, where the corpus is not at hand. */
const cases = ["form-deep-object", "multipart-upload", "recursive-schema", "stream-responses", "webhooks-3-1"];

const corpus = resolve(process.argv[2] ?? "../shared/corpus");
const documents = existsSync(corpus)
  ? chosen.map((name) => join(corpus, name))
  : cases.map((name) => fileURLToPath(new URL(`../test/cases/${name}/openapi.yml`, import.meta.url)));

const folder = mkdtempSync(join(tmpdir(), "exemplar-compat-"));
try {
  await generateAll();
  for (const version of versions) {
    const program = compiler(version);
    await Promise.all((["bundler", "nodenext"] as const).map((resolution) => compile(version, program, resolution)));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function generateAll(): Promise<void> {
  for (const [index, path] of documents.entries()) {
    const outcome = await checkDocument({
      path,
      types: false,
      run: false,
      int64: "number",
      dates: "string",
      keep: join(folder, `package-${index + 1}`),
    });
    if (outcome.kind !== "passed") throw new Error(`${path}: ${JSON.stringify(outcome.failures)}`);
    process.stdout.write(`package-${index + 1}: ${path}\n`);
  }
}

/** Compiles all packages in one program, and says how it went. */
async function compile(version: string, program: string, resolution: Resolution): Promise<void> {
  const config = join(folder, `tsconfig.${version}.${resolution}.json`);
  const include = documents.map((_, index) => `package-${index + 1}/src`);
  writeFileSync(config, JSON.stringify({ compilerOptions: compilerOptions(version, resolution), include }));
  const started = performance.now();
  const { status, output } = await run([program, "-p", config, "--pretty", "false"]);
  const time = ((performance.now() - started) / 1000).toFixed(1);
  const errors = output.split("\n").filter((line) => /error TS\d+/.test(line));
  const result = status === 0 ? "ok" : `${errors.length} errors`;
  process.stdout.write(`TypeScript ${version.padEnd(6)} ${resolution.padEnd(9)} ${result.padEnd(10)} ${time} s\n`);
  if (status === 0) return;
  process.exitCode = 1;
  process.stdout.write(`${(errors.length > 0 ? errors.slice(0, 20).join("\n") : output.slice(0, 2000)).trim()}\n`);
}

async function run(args: readonly string[]): Promise<{ readonly status: number | null; readonly output: string }> {
  return await new Promise((settle, fail) => {
    const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", fail);
    child.on("close", (status) => {
      settle({ status, output });
    });
  });
}
