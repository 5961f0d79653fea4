import type { OutcomeBase } from "./outcome-base.js";

export type Refused = OutcomeBase & {
  reason?: string;
  ok: false;
};
