import type { ResponsesKept } from "./responses-kept.js";

/** A pet. */
export interface Pet {
  a?: unknown;
  b?: unknown;
  c?: ResponsesKept;
}
