/** Plays the scenarios in a page of the misbehaving server: `scenarios.play(…)` gives how each went. */
import { type Place, type Played, playScenarios } from "./play-scenarios.js";

/** What a page has, and Node's types do not. */
interface Page {
  readonly addEventListener: (
    type: "unhandledrejection",
    listen: (event: { readonly reason: unknown }) => void,
  ) => void;
}

let rejections: string[] = [];
(globalThis as unknown as Page).addEventListener("unhandledrejection", ({ reason }) => {
  rejections.push(String(reason));
});

export async function play(place: Pick<Place, "origin" | "other" | "nowhere" | "filter">): Promise<readonly Played[]> {
  const all: Played[] = [];
  const takeRejections = () => {
    const taken = rejections;
    rejections = [];
    return taken;
  };
  await playScenarios({ ...place, platform: "browser", takeRejections }, (played) => all.push(played));
  return all;
}
