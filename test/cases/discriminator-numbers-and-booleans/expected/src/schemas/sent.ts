import type { OutcomeBase } from "./outcome-base.js";

export type Sent = OutcomeBase & {
  id?: string;
  ok: true;
};
