export type Odd = "a" | "b";

/** The values of `Odd`, by name. */
export const Odd = {
  A: "a",
  B: "b",
} as const;
