export type Versions = "1" | "2.5" | "true";

/** The values of `Versions`, by name. */
export const Versions = {
  _1: "1",
  _2_5: "2.5",
  True: "true",
} as const;
