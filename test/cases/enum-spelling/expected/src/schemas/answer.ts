export type Answer = "yes" | "no" | "True";

/** The values of `Answer`, by name. */
export const Answer = {
  Yes: "yes",
  No: "no",
  True: "True",
} as const;
