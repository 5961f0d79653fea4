export type State = "on" | "off" | null;

/** The values of `State`, by name. */
export const State = {
  /** It runs. */
  Running: "on",
  /** It does not. */
  Stopped: "off",
} as const;
