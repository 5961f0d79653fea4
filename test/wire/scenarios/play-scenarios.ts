/** Plays all scenarios, one after the other, and says how each went. */
import { allScenarios } from "./all-scenarios.js";
import type { Recorded } from "./answer.js";
import { pause } from "./expect.js";
import type { Inspection, Platform, Scenario, World } from "./scenario.js";

/** How a scenario went. */
export interface Played {
  readonly name: string;
  readonly outcome: "passed" | "failed" | "left out";
  /** For information: no scenario is about it. */
  readonly milliseconds: number;
  /** What was wrong. */
  readonly problem?: string;
}

/** Where it is played. */
export interface Place {
  readonly platform: Platform;
  readonly origin: string;
  readonly other: string;
  readonly nowhere: string;
  /** Only the scenarios whose name has this text. */
  readonly filter?: string;
  readonly inspection?: Inspection;
  /** The rejections since the last call that nobody has handled. */
  readonly takeRejections: () => readonly string[];
}

/** Nothing here takes as long: what does hangs. */
const limit = 100_000;

/** @param report is told of each scenario as soon as it is over */
export async function playScenarios(place: Place, report: (played: Played) => void): Promise<void> {
  for (const [index, scenario] of allScenarios.entries()) {
    const { name, on } = scenario;
    if (!name.includes(place.filter ?? "")) continue;
    if (on && !on.includes(place.platform)) report({ name, outcome: "left out", milliseconds: 0 });
    else report(await playScenario(place, scenario, `${place.platform}-${index}`));
  }
}

async function playScenario(place: Place, { name, play }: Scenario, id: string): Promise<Played> {
  const timers = place.inspection?.timers();
  const started = Date.now();
  try {
    await inTime(play(worldOf(place, `${id}-${started}`)));
    await noTimersBut(timers, place.inspection);
    // Rejections are reported when the microtasks have run.
    await pause(0);
    const rejections = place.takeRejections();
    if (rejections.length > 0) throw new Error(`unhandled: ${rejections.join("\n")}`);
    return { name, outcome: "passed", milliseconds: Date.now() - started };
  } catch (error) {
    const lines = String((error as Partial<Error>).stack).split("\n");
    // Some platforms have the message in the stack, others have not.
    const problem = [String(error), ...lines.filter((line) => /^\s+at /.test(line))].join("\n");
    return { name, outcome: "failed", milliseconds: Date.now() - started, problem };
  }
}

/** What the server was just told to end may take a moment. */
async function noTimersBut(before: number | undefined, inspection: Inspection | undefined): Promise<void> {
  for (let attempt = 0; attempt < 100 && inspection?.timers() !== before; attempt++) await pause(20);
  const left = inspection?.timers();
  if (left !== before) throw new Error(`${String(left)} timers, of which ${String(before)} were there before`);
}

async function inTime(played: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error("hangs"));
    }, limit);
  });
  try {
    await Promise.race([played, late]);
  } finally {
    clearTimeout(timer);
  }
}

function worldOf({ platform, origin, other, nowhere, inspection }: Place, id: string): World {
  const control = async (method: string, body?: string) =>
    (await fetch(`${origin}/control/${id}`, { method, ...(body !== undefined && { body }) })).text();
  return {
    platform,
    origin: `${origin}/on/${id}`,
    other: `${other}/on/${id}`,
    nowhere,
    ...(inspection && { inspection }),
    script: async (script) => {
      await control("POST", JSON.stringify(script));
    },
    release: async () => {
      await control("PUT");
    },
    // The server of these tests tells it.
    recorded: async () => JSON.parse(await control("GET")) as readonly Recorded[],
  };
}
