/**
 * Prism and our mock side by side: the same requests to both, on ports; what they answer.
 *
 *   npm run compare:prism [folder] [-- --every 6] [--documents 20] [--operations 4] [--all]
 *
 * Every sixth document of the folder, by name, that Prism can load. `--all` prints each difference, not only the first two of a kind.
 */
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { defaultTemplates } from "../generator/config.js";
import { templateSources } from "../generator/template-sources.js";
import { collectDiagnostics } from "../generator/diagnostics.js";
import { generate, type Generated } from "../generator/generate.js";
import { serveMock } from "../generator/mock/serve-mock.js";
import { type Prism, startPrism } from "../test/wire/prism-server.js";
import { planRequests, type PlannedRequest } from "./compare-prism/plan-requests.js";
import { loadPackage } from "./corpus/load-package.js";
import { targetFor } from "./corpus/target-for.js";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    every: { type: "string", default: "6" },
    documents: { type: "string", default: "20" },
    operations: { type: "string", default: "4" },
    all: { type: "boolean", default: false },
  },
});
const folder = resolve(positionals[0] ?? "../shared/corpus");

interface Answer {
  readonly status: number;
  readonly body: string;
}

interface Tally {
  equal: number;
  readonly differences: string[];
}

const tallies = new Map<string, Tally>();
let compared = 0;
const names = (await readdir(folder)).filter((name) => /\.(ya?ml|json)$/.test(name)).sort();
for (const [index, name] of names.entries()) {
  if (index % Number(values.every) !== 0 || compared >= Number(values.documents)) continue;
  const prism = await startPrism(join(folder, name)).catch(() => null);
  if (prism === null) {
    print(`${name}: Prism does not load it`);
    continue;
  }
  try {
    const count = await compareDocument(join(folder, name), name, prism);
    if (count > 0) compared++;
    print(`${name}: ${count} requests`);
  } finally {
    await prism.close();
  }
}
printTallies();

async function compareDocument(path: string, name: string, prism: Prism): Promise<number> {
  const generated = await generateFrom(path);
  if (generated === null) return 0;
  const output = await mkdtemp(join(tmpdir(), "exemplar-prism-"));
  try {
    for (const { path: file, text } of generated.files) {
      await mkdir(dirname(join(output, file)), { recursive: true });
      await writeFile(join(output, file), text);
    }
    const loaded = await loadPackage(output);
    const mock = await serveMock(loaded.createMock({}));
    let count = 0;
    for (const operation of generated.model.operations.slice(0, Number(values.operations))) {
      const plan = await planRequests(generated.model, loaded, operation);
      for (const planned of plan) {
        const [ours, theirs] = await Promise.all([send(mock.url, planned), send(prism.url, planned)]);
        note(name, planned, ours, theirs);
        count++;
      }
    }
    await mock.close();
    return count;
  } finally {
    await rm(output, { recursive: true, force: true });
  }
}

async function generateFrom(path: string): Promise<Generated | null> {
  const templates = templateSources(defaultTemplates, "");
  const options = { cwd: dirname(path), templates, verify: false };
  return generate(
    targetFor(path, { int64: "number", dates: "string" }),
    options,
    collectDiagnostics(),
    () => undefined,
  );
}

/** By `node:http`, which sends what it is told, also what `fetch` would not. */
function send(url: string, { method, target, headers, body }: PlannedRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body === null ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const sending = request(
      `${url}${target}`,
      { method, headers: { ...headers, ...length }, agent: false },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.once("end", () => {
          resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString() });
        });
        answer.once("error", reject);
      },
    );
    sending.setTimeout(20_000, () => sending.destroy(new Error("no answer")));
    sending.once("error", () => {
      resolve({ status: 0, body: "" });
    });
    sending.end(body ?? undefined);
  });
}

function note(
  document: string,
  { kind, operation, hasExample, method, target }: PlannedRequest,
  ours: Answer,
  theirs: Answer,
): void {
  const tally = tallies.get(kind) ?? { equal: 0, differences: [] };
  tallies.set(kind, tally);
  const where = `${document} ${operation} ${method} ${target.slice(0, 60)}`;
  if (ours.status !== theirs.status)
    tally.differences.push(
      `${where}: ours ${ours.status}, Prism ${theirs.status}\n      ours:  ${brief(ours)}\n      Prism: ${brief(theirs)}`,
    );
  else if (hasExample && !isSame(ours.body, theirs.body))
    tally.differences.push(`${where}: bodies differ\n      ours:  ${brief(ours)}\n      Prism: ${brief(theirs)}`);
  else tally.equal++;
}

function isSame(a: string, b: string): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(a), JSON.parse(b));
  } catch {
    return a === b;
  }
}

function brief({ body }: Answer): string {
  return body.replace(/\s+/g, " ").slice(0, 260);
}

function printTallies(): void {
  print("\n| request | equal | different |\n| --- | --: | --: |");
  for (const [kind, { equal, differences }] of tallies) print(`| ${kind} | ${equal} | ${differences.length} |`);
  for (const [kind, { differences }] of tallies) {
    if (differences.length === 0) continue;
    print(`\n${kind}`);
    for (const difference of values.all ? differences : differences.slice(0, 2)) print(`    ${difference}`);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
