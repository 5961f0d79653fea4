export type Size = "small" | "large";

/** The values of `Size`, by name. */
export const Size = {
  Small: "small",
  Large: "large",
} as const;
