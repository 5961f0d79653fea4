export type Level = 0 | 1 | 2;

/** The values of `Level`, by name. */
export const Level = {
  /** All is well. */
  OK: 0,
  /** Ends *\/ early \@ ts-ignore */
  WARN: 1,
  "not ok": 2,
} as const;
