/**
 * Rewrites the goldens of `test/cases`: the files that lie in each `expected/`, and `diagnostics.txt`. To show another
 * file, put an empty one there first. Read the diff: it is the review. `tsx scripts/update-cases.ts [case]...`
 */
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { listCases, readExpected, runCase } from "../test/case-runner.js";

const wanted = process.argv.slice(2);
const cases = await listCases();
const unknown = wanted.filter((name) => !cases.some((test) => test.name === name));
if (unknown.length > 0) throw new Error(`No case is called ${unknown.join(" or ")}.`);
for (const test of cases) {
  if (wanted.length > 0 && !wanted.includes(test.name)) continue;
  const outcome = await runCase(test);
  const changed: string[] = [];
  const update = async (path: string, text: string | undefined) => {
    if ((await readExpected(test, path)) === (text ?? null)) return;
    changed.push(path);
    if (text === undefined) await rm(join(test.folder, path));
    else await writeFile(join(test.folder, path), text);
  };
  for (const path of test.shown)
    await update(`expected/${path}`, outcome.files?.find((file) => file.path === path)?.text);
  await update("diagnostics.txt", outcome.diagnostics === "" ? undefined : outcome.diagnostics);
  if (changed.length > 0) process.stdout.write(`${test.name}: ${changed.join(", ")}\n`);
}
