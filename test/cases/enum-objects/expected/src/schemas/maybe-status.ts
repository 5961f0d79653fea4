export type MaybeStatus = "on" | "off" | null;

/** The values of `MaybeStatus`, by name. */
export const MaybeStatus = {
  On: "on",
  Off: "off",
} as const;
