/** A few documents at random; thousands: `npm run fuzz`. */
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { fuzzInMemory, fuzzOnDisk, fuzzSeeds } from "./fuzz.js";
import { fuzzDocument, type Seed } from "./fuzz-documents.js";
import { temporaryFolder } from "./temporary-folder.js";

let seeds: readonly Seed[];
beforeAll(async () => {
  seeds = await fuzzSeeds();
});

it.each([
  ["in memory", fuzzInMemory, 20],
  ["on the disk", fuzzOnDisk, 4],
] as const)("no document ends with a stack trace, or half an output: %s", async (_, run, numRuns) => {
  const folder = await temporaryFolder({});
  const property = fc.asyncProperty(fuzzDocument(seeds), async (document) => {
    expect(await run(document, folder)).toBeNull();
  });
  await fc.assert(property, { seed: 7, numRuns });
});
