/**
 * Large documents: what generating costs, how much comes out, and what an application that imports it costs TypeScript.
 *
 *   npm run bench:large [folder] [-- --runs 3] [--no-check]
 *
 * All figures of an application are beyond those of an empty one, which come first. Times are medians.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkApplication, type CheckFigures } from "./large/check-application.js";
import { typicalOperation } from "./large/typical-operation.js";
import { writeDeclarations } from "./large/write-declarations.js";
import { type Measure, measureProcess } from "./measure-process.js";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: { runs: { type: "string", default: "3" }, check: { type: "boolean", default: true } },
});
const documents = resolve(positionals[0] ?? "../shared/large");
const runs = Number(values.runs);
if (existsSync(documents)) benchFolder(documents);
else
  process.stdout.write(`There is no folder ${documents}. Name one with documents: npm run bench:large -- <folder>\n`);

function benchFolder(folder: string): void {
  for (const name of readdirSync(folder).sort()) {
    if (/\.(ya?ml|json)$/.test(name)) benchDocument(join(folder, name), name);
  }
}

function benchDocument(document: string, name: string): void {
  const folder = mkdtempSync(join(tmpdir(), "exemplar-large-"));
  try {
    const output = join(folder, "pkg");
    const size = (statSync(document).size / 1e6).toFixed(1);
    const command = (verb: string) => ["dist/cli.js", verb, document, "-o", output, "--package", "pkg"];
    const lines = [
      `## ${name} (${size} MB)`,
      "",
      processLine("generate", measureProcess(command("generate"))),
      ...(values.check ? [processLine("check", measureProcess(command("check")))] : []),
      sizeLine(output),
      "",
      ...typeLines(output),
      "",
    ];
    process.stdout.write(`${lines.join("\n")}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function processLine(what: string, { cpu, wall, memory }: Measure): string {
  return `${what}: ${cpu.toFixed(1)} s CPU, ${wall.toFixed(1)} s, ${memory.toFixed(0)} MB`;
}

function sizeLine(folder: string): string {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = entries.map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const lines = texts.reduce((sum, text) => sum + text.split("\n").length - 1, 0);
  return `output: ${count(texts.length)} files, ${(bytes / 1e6).toFixed(1)} MB, ${count(lines)} lines`;
}

/** A table in Markdown. */
function typeLines(output: string): readonly string[] {
  const operation = typicalOperation(output);
  if (operation === null) return ["No operation answers an object."];
  writeDeclarations(output);
  const { name, tag, slug } = operation;
  const call = (client: string, module: string) => `
import { createClient } from ${JSON.stringify(client)};
import { ${name} } from ${JSON.stringify(module)};
const client = createClient();
declare const input: Parameters<typeof ${name}>[1];
export const data = await ${name}(client, input);
const result = await ${name}(client, input).result();
export const outcome = result.ok ? result.data : result.error;
`;
  const source = "./node_modules/pkg/src";
  const empty = medianCheck("export {};", output);
  const row = (what: string, code: string) => checkRow(what, difference(medianCheck(code, output), empty));
  return [
    `\`${name}\``,
    "",
    "| application imports | files | lines | types | instantiations | MB | check s | total s |",
    "| --- | --: | --: | --: | --: | --: | --: | --: |",
    checkRow("nothing", empty),
    row(`\`/client\`, \`/operations/${tag}/${slug}\``, call("pkg/client", `pkg/operations/${tag}/${slug}`)),
    row(`\`/client\`, \`/operations/${tag}\``, call("pkg/client", `pkg/operations/${tag}`)),
    row("`.`, `/operations`", call("pkg", "pkg/operations")),
    row("the sources of client and operation", call(`${source}/client.js`, `${source}/operations/${tag}/${slug}.js`)),
  ];
}

function checkRow(what: string, figures: CheckFigures): string {
  const { files, lines, types, instantiations, memory, check, total } = figures;
  const cells = [
    ...[files, lines, types, instantiations].map(count),
    memory.toFixed(0),
    check.toFixed(2),
    total.toFixed(2),
  ];
  return `| ${[what, ...cells].join(" | ")} |`;
}

/** Times and memory are medians; the other figures are the same in each run. */
function medianCheck(code: string, output: string): CheckFigures {
  const all = Array.from({ length: runs }, () => checkApplication(code, output));
  return figuresOf(
    (key) => all.map((figures) => figures[key]).sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN,
  );
}

function difference(figures: CheckFigures, base: CheckFigures): CheckFigures {
  return figuresOf((key) => figures[key] - base[key]);
}

function figuresOf(of: (key: keyof CheckFigures) => number): CheckFigures {
  return {
    files: of("files"),
    lines: of("lines"),
    types: of("types"),
    instantiations: of("instantiations"),
    memory: of("memory"),
    check: of("check"),
    total: of("total"),
  };
}

function count(value: number): string {
  return value.toLocaleString("en");
}
