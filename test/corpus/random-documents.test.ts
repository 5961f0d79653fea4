/**
 * Documents at random are generated, compiled and run as those of the corpus are. For more of them:
 * `tsx scripts/random-documents.ts FOLDER COUNT SEED`, and `npm run corpus -- FOLDER`. Of hundreds a few contradict
 * themselves (a body that nothing fits), so that their types are `never`.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkDocument } from "../../scripts/corpus/check-document.js";
import { randomDocument } from "./random-document.js";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "exemplar-random-test-"));
});

afterAll(() => rm(folder, { recursive: true }));

it.each([
  [100, "number", "string"],
  [120, "number", "string"],
  [1007, "number", "Date"],
  [4062, "bigint", "string"],
  [6000, "string", "Date"],
] as const)("number %i compiles and runs, integers of 64 bits being %s, dates %s", async (seed, int64, dates) => {
  const path = join(folder, `${String(seed)}.json`);
  await writeFile(path, JSON.stringify(fc.sample(randomDocument, { seed, numRuns: 1 })[0]));
  const outcome = await checkDocument({ path, types: true, run: true, keep: null, int64, dates });
  expect(outcome.failures).toEqual([]);
  expect(outcome.calls).toBeGreaterThan(0);
});
