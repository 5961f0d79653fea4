export type Version = "1.0" | "1.10" | "2.0";

/** The values of `Version`, by name. */
export const Version = {
  _1_0: "1.0",
  _1_10: "1.10",
  _2_0: "2.0",
} as const;
