export type Listed = "a" | "b";

/** The values of `Listed`, by name. */
export const Listed = {
  A: "a",
  B: "b",
} as const;
