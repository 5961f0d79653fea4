/** A scenario: what is to be true of the runtime on a real socket, wherever it runs. It knows no test runner, and no Node. */
import type { Recorded, Script } from "./answer.js";

export type Platform = "node" | "deno" | "bun" | "browser";

/** What some platforms tell of themselves. */
export interface Inspection {
  /** How many listeners a signal has. */
  readonly listeners: (signal: AbortSignal) => number;
  /** How many timers keep the process alive. */
  readonly timers: () => number;
  /** Bytes of the heap that are in use after its garbage is collected. */
  readonly heap: () => Promise<number>;
}

/** What a scenario is played in. */
export interface World {
  readonly platform: Platform;
  /** The scenario's URLs on the two origins of the server. */
  readonly origin: string;
  readonly other: string;
  /** The URL of a port on which nobody listens. */
  readonly nowhere: string;
  readonly inspection?: Inspection;
  /** Says what the server answers from now on. */
  readonly script: (script: Script) => Promise<void>;
  /** Lets the server go on with what it holds back. */
  readonly release: () => Promise<void>;
  /** The requests that have arrived. */
  readonly recorded: () => Promise<readonly Recorded[]>;
}

export interface Scenario {
  readonly name: string;
  /** Where it makes sense. Default: everywhere. */
  readonly on?: readonly Platform[];
  /** Throws where something is not as it should be. */
  readonly play: (world: World) => Promise<void>;
}

/** Where redirects can be seen, and all headers be set. */
export const servers: readonly Platform[] = ["node", "deno", "bun"];
