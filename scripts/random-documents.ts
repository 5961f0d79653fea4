/** Writes documents at random, to be checked as the corpus is. `tsx scripts/random-documents.ts FOLDER [COUNT] [SEED]` */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { randomDocument } from "../test/corpus/random-document.js";

const [folder, count = "100", first = "1"] = process.argv.slice(2);
if (folder === undefined) throw new Error("Say which folder the documents go to.");
await mkdir(folder, { recursive: true });
for (let seed = Number(first); seed < Number(first) + Number(count); seed++) {
  const [document] = fc.sample(randomDocument, { seed, numRuns: 1 });
  await writeFile(join(folder, `${String(seed)}.json`), `${JSON.stringify(document, null, 2)}\n`);
}
