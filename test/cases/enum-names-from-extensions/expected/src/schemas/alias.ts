export type Alias = "a" | "b";

/** The values of `Alias`, by name. */
export const Alias = {
  /** The name of old. */
  Old: "a",
  /** The name of today. */
  New: "a",
  Other: "b",
} as const;
