/** Plays the scenarios in Node, Deno or Bun: a line of JSON for each. It is over when the process ends by itself. */
import { getEventListeners } from "node:events";
import { type Played, playScenarios } from "./play-scenarios.js";
import type { Inspection, Platform } from "./scenario.js";

const [, , origin = "", other = "", nowhere = "", filter = ""] = process.argv;
const platform: Platform = "Deno" in globalThis ? "deno" : "Bun" in globalThis ? "bun" : "node";

const { gc } = globalThis;
const inspection: Inspection | undefined =
  platform === "node" && gc
    ? {
        listeners: (signal) => getEventListeners(signal, "abort").length,
        timers: () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length,
        heap: async () => {
          // What is finalised by the first is collected by the second.
          for (let count = 0; count < 4; count++) {
            await new Promise((resolve) => setTimeout(resolve, 10));
            gc();
          }
          return process.memoryUsage().heapUsed;
        },
      }
    : undefined;

let rejections: string[] = [];
process.on("unhandledRejection", (reason) => rejections.push(String(reason)));

const print = (played: Played) => {
  process.stdout.write(`${JSON.stringify(played)}\n`);
};

await playScenarios(
  {
    platform,
    origin,
    other,
    nowhere,
    filter,
    ...(inspection && { inspection }),
    takeRejections: () => {
      const taken = rejections;
      rejections = [];
      return taken;
    },
  },
  print,
);
