/** A number of documents at random, each shrunk where it fails. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { fuzzInMemory, fuzzOnDisk, fuzzSeeds } from "../../test/security/fuzz.js";
import { type FuzzDocument, fuzzDocument, type Seed } from "../../test/security/fuzz-documents.js";

export interface FuzzBatch {
  readonly seed: number;
  readonly runs: number;
}

export interface FuzzResult {
  readonly kinds: Readonly<Record<FuzzDocument["kind"], number>>;
  readonly onDisk: number;
  /** Milliseconds of the processor for the slowest document, and the most memory that the process has had, in megabytes. */
  readonly slowest: number;
  readonly memory: number;
  /** What failed, and the smallest document that does. */
  readonly failure: string | null;
}

/** Seconds of the processor for a document, as others may be busy beside it, and megabytes for the process. */
const limits = { time: 10, memory: 1024 };
/** One of so many is written to a folder, formatted, as the command does it. */
const written = 12;

let seeds: Promise<readonly Seed[]> | null = null;

/**
 * Runs a batch.
 * @param begin told of each document before it is generated: where it takes the process with it, that is all that is known
 */
export async function fuzzBatch({ seed, runs }: FuzzBatch, begin: (part: string) => void): Promise<FuzzResult> {
  seeds ??= fuzzSeeds();
  const folder = await mkdtemp(join(tmpdir(), "exemplar-fuzz-"));
  const kinds = { valid: 0, "nearly valid": 0, bytes: 0 };
  let [count, onDisk, slowest] = [0, 0, 0];
  try {
    const property = fc.asyncProperty(fuzzDocument(await seeds), async (document) => {
      begin(`seed ${seed}, ${document.kind}: ${shown(document)}`);
      kinds[document.kind]++;
      const started = process.cpuUsage();
      const isWritten = count++ % written === 0;
      if (isWritten) onDisk++;
      const failure = await (isWritten ? fuzzOnDisk : fuzzInMemory)(document, folder);
      const { user, system } = process.cpuUsage(started);
      const time = (user + system) / 1000;
      slowest = Math.max(slowest, time);
      if (failure !== null) throw new Error(failure);
      if (time > limits.time * 1000) throw new Error(`took ${Math.round(time)} ms`);
      const memory = process.memoryUsage.rss() / 1e6;
      if (memory > limits.memory) throw new Error(`the process takes ${Math.round(memory)} MB`);
    });
    const details = await fc.check(property, { seed, numRuns: runs, interruptAfterTimeLimit: 300_000 });
    const failure = details.failed && details.counterexample !== null ? explain(seed, details) : null;
    return { kinds, onDisk, slowest, memory: process.resourceUsage().maxRSS / 1e3, failure };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function explain(seed: number, details: fc.RunDetails<[FuzzDocument]>): string {
  const [document] = details.counterexample ?? [];
  const what = details.errorInstance instanceof Error ? details.errorInstance.message : String(details.errorInstance);
  const text = document === undefined ? "" : shown(document);
  return `seed ${seed}, path ${details.counterexamplePath ?? ""}: ${what.slice(0, 1200)}\n${text}`;
}

function shown({ bytes }: FuzzDocument): string {
  const text = Buffer.from(bytes).toString("utf8");
  return Buffer.from(text).equals(bytes) ? JSON.stringify(text.slice(0, 5000)) : Buffer.from(bytes).toString("base64");
}
