/** Where a task stands. */
export type Status = "active" | "in-progress" | "ON_HOLD";

/** The values of `Status`, by name. */
export const Status = {
  Active: "active",
  InProgress: "in-progress",
  ON_HOLD: "ON_HOLD",
} as const;
