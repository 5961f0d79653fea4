/** All canaries of one document: everywhere at once, then in one position at a time. */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import fc from "fast-check";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../../generator/document/json.js";
import { loadFile } from "../../generator/document/load.js";
import type { SetSource } from "../../generator/output/template-set.js";
import { targetOfCase } from "../../test/case-runner.js";
import { type CanaryRun, runCanary } from "../../test/security/canary.js";
import { hostileText, printableText } from "../../test/security/hostile-document.js";
import { type Position, positionsOf, withText, withTextEverywhere } from "../../test/security/positions.js";
import { targetFor } from "../corpus/target-for.js";

export interface CanaryTask {
  /** The document; of a golden case, `openapi.yml` in its folder. */
  readonly path: string;
  readonly isCase: boolean;
  /** How many positions, chosen by the seed; null: all. */
  readonly positions: number | null;
  readonly seed: number;
  readonly templates: readonly SetSource[];
}

export interface CanaryResult {
  readonly runs: number;
  readonly generated: number;
  /** Runs in whose output the hostile text was seen. */
  readonly sighted: number;
  /** How those went that are hostile everywhere: the first with everything, the second with printable text alone. */
  readonly everywhere: readonly CanaryRun["outcome"][];
  readonly failures: readonly string[];
}

/** Runs them; a document that cannot be read has none. */
export async function checkCanaries(task: CanaryTask): Promise<CanaryResult> {
  const { path, isCase, templates } = task;
  const file = await loadFile(path, dirname(path), collectDiagnostics());
  if (file === null || !isJsonObject(file.value))
    return { runs: 0, generated: 0, sighted: 0, everywhere: [], failures: [] };
  const folder = await mkdtemp(join(tmpdir(), "exemplar-canary-"));
  try {
    // Files that the document refers to, and an overlay, stay beside it.
    if (isCase) await cp(dirname(path), folder, { recursive: true });
    const base = isCase
      ? targetOfCase(basename(dirname(path)), folder)
      : targetFor(path, { int64: "number", dates: "string" });
    const target = { ...base, document: join(folder, "canary.json") };
    return await runAll(file.value, task, (document) => runCanary(document, target, templates));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function runAll(
  document: JsonObject,
  { positions, seed }: CanaryTask,
  run: (document: JsonValue) => Promise<CanaryRun>,
): Promise<CanaryResult> {
  const failures: string[] = [];
  const everywhere: CanaryRun["outcome"][] = [];
  const counts = { runs: 0, generated: 0, sighted: 0 };
  const count = (where: string, { failures: found, outcome, sightings }: CanaryRun) => {
    counts.runs++;
    if (outcome === "generated") counts.generated++;
    if (sightings > 0) counts.sighted++;
    failures.push(...found.map((failure) => `${where}: ${failure}`));
  };
  for (const text of [hostileText, printableText]) {
    const outcome = await run(withTextEverywhere(document, text));
    everywhere.push(outcome.outcome);
    count("everywhere", outcome);
  }
  for (const [index, position] of chosen(positionsOf(document), positions, seed).entries()) {
    const where = `${position.isKey ? "key" : "text"} ${position.path.join("/")}`;
    count(where, await run(withText(document, position, hostileText(index))));
  }
  return { ...counts, everywhere, failures };
}

function chosen(positions: readonly Position[], count: number | null, seed: number): readonly Position[] {
  if (count === null || positions.length <= count) return positions;
  const sample = fc.subarray([...positions], { minLength: count, maxLength: count });
  return fc.sample(sample, { seed, numRuns: 1 })[0] ?? [];
}
