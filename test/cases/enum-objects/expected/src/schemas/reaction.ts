export type Reaction = "+1" | "-1" | "heart" | "👍" | "";

/** The values of `Reaction`, by name. */
export const Reaction = {
  Plus1: "+1",
  Minus1: "-1",
  Heart: "heart",
  "👍": "👍",
  Empty: "",
} as const;
