/**
 * Inference from examples, ours beside quicktype and genson, over the benchmark in ../shared/inference. Prints the table
 * that its score.mjs prints; docs/benchmarks.md says what the figures mean.
 *
 *   npm run bench:inference [-- --keep FOLDER]   FOLDER: where the results and what failed are left
 */
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const benchmark = join(repository, "../shared/inference");

interface Tool {
  readonly name: string;
  readonly command: readonly string[];
}

const tools: readonly Tool[] = [
  {
    name: "exemplar",
    command: ["node", "--import", import.meta.resolve("tsx"), join(repository, "generator/cli.ts"), "infer", "--batch"],
  },
  { name: "quicktype", command: ["node", "adapters/quicktype.mjs"] },
  { name: "quicktype, enums, maps, dates off", command: ["node", "adapters/quicktype.mjs", "--plain"] },
  { name: "genson-js", command: ["node", "adapters/genson.mjs"] },
];

/** Runs a program and gives what it prints. */
function run(command: readonly string[], cwd: string): Promise<string> {
  const [program = "", ...args] = command;
  const child = spawn(program, args, { cwd, stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (printed += text));
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (status) => {
      if (status === 0) done(printed);
      else fail(new Error(`${command.join(" ")} ended with ${String(status)}`));
    });
  });
}

/** One tool over all cases, scored: the head of the table, and its row. */
async function measure({ name, command }: Tool, folder: string): Promise<readonly string[]> {
  const file = name.replace(/\W+/g, "-");
  await run(["node", "run.mjs", "input.ndjson", `${file}.ndjson`, "--", ...command], folder);
  const scored = ["node", "score.mjs", "cases.ndjson", `${file}.ndjson`, "--name", name, "--head"];
  return (await run([...scored, "--fails", `${file}.fails.ndjson`], folder))
    .split("\n")
    .filter((line) => line.startsWith("|"));
}

async function main(keep: string | null): Promise<void> {
  const folder = keep === null ? mkdtempSync(join(tmpdir(), "exemplar-inference-")) : resolve(keep);
  try {
    cpSync(benchmark, folder, { recursive: true });
    await run(["npm", "install", "--no-audit", "--no-fund", "--silent"], folder);
    writeFileSync(join(folder, "input.ndjson"), await run(["node", "make-input.mjs", "cases.ndjson"], folder));
    let isFirst = true;
    for (const tool of tools) {
      const lines = await measure(tool, folder);
      process.stdout.write(`${(isFirst ? lines : lines.slice(-1)).join("\n")}\n`);
      isFirst = false;
    }
  } finally {
    if (keep === null) rmSync(folder, { recursive: true, force: true });
  }
}

const at = process.argv.indexOf("--keep");
if (existsSync(benchmark)) await main(at === -1 ? null : (process.argv[at + 1] ?? null));
else {
  process.stderr.write(`There is no ${benchmark}: the cases of this benchmark are not part of the repository.\n`);
  process.exitCode = 1;
}
