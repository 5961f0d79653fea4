/** Timing of encoders in turn, so that what else the machine does falls on all of them. */

/** Writes every body `times` times; the sum keeps the work from being optimised away. */
export type Loop = (encode: (body: unknown) => string, bodies: readonly unknown[], times: number) => number;

export interface Contender {
  readonly name: string;
  readonly encode: (body: unknown) => string;
  /** A loop of its own: code that several encoders go through would be optimised for none. */
  readonly loop: Loop;
}

export interface Timing {
  readonly name: string;
  /** Median of the rounds. */
  readonly perSecond: number;
  /** Speed as a share of the limit's in the same round, median of the rounds: 0.5 is half as fast. */
  readonly ratio: number;
}

/** Long enough for the clock, short enough that all contenders of a round meet the same machine. */
const sliceSeconds = 0.003;

/**
 * Times all contenders over the same bodies, in `rounds` rounds; each round begins with another contender.
 * @param limits how many of the first contenders are the limit: the one that is fastest over all rounds
 */
export function measure(
  contenders: readonly Contender[],
  bodies: readonly unknown[],
  rounds: number,
  limits: number,
): readonly Timing[] {
  const entries = contenders.map((contender) => ({
    ...contender,
    times: warmUp(contender, bodies),
    seconds: [] as number[],
  }));
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < entries.length; turn++) {
      const entry = entries[(round + turn) % entries.length];
      if (entry !== undefined) entry.seconds.push(seconds(entry, bodies, entry.times) / (entry.times * bodies.length));
    }
  }
  const byHand = entries.slice(0, limits).sort((a, b) => median(a.seconds) - median(b.seconds));
  const limit = byHand[0]?.seconds ?? [];
  return entries.map((entry) => ({
    name: entry.name,
    perSecond: 1 / median(entry.seconds),
    ratio: median(entry.seconds.map((time, round) => (limit[round] ?? Number.NaN) / time)),
  }));
}

/** Runs until optimised; how many times all bodies are written in a slice. */
function warmUp(contender: Contender, bodies: readonly unknown[]): number {
  let times = 1;
  for (let turn = 0; turn < 20; turn++) {
    const taken = seconds(contender, bodies, times);
    times = Math.max(1, Math.round((times * sliceSeconds) / taken));
  }
  return times;
}

function seconds({ encode, loop }: Contender, bodies: readonly unknown[], times: number): number {
  const start = process.hrtime.bigint();
  if (loop(encode, bodies, times) === 0) throw new Error("nothing was written");
  return Number(process.hrtime.bigint() - start) / 1e9;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
