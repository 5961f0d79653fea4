export type Mode = "0777" | "010" | null;

/** The values of `Mode`, by name. */
export const Mode = {
  _0777: "0777",
  _010: "010",
} as const;
