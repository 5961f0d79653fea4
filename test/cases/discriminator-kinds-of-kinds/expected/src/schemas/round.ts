import type { RoundBase } from "./round-base.js";

export type Round = RoundBase & {
  form: "round";
};
