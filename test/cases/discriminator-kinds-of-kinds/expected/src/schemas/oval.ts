import type { RoundBase } from "./round-base.js";

export type Oval = RoundBase & {
  form: "oval";
  ratio?: number;
};
