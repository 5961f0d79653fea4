export type error = "fatal";

/** The values of `error`, by name. */
export const error = {
  Fatal: "fatal",
} as const;
