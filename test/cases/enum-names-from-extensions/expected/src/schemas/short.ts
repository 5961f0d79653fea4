export type Short = "a" | "b";

/** The values of `Short`, by name. */
export const Short = {
  A: "a",
  B: "b",
} as const;
