export type Twice = "a" | "b" | "c";

/** The values of `Twice`, by name. */
export const Twice = {
  A: "a",
  B: "b",
  C: "c",
} as const;
