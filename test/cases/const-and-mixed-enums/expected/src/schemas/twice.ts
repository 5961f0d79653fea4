export type Twice = "a" | "b";

/** The values of `Twice`, by name. */
export const Twice = {
  A: "a",
  B: "b",
} as const;
