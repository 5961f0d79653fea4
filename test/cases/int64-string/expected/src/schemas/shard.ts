/** Format: `int64` */
export type Shard = "1" | "9223372036854775807";

/** The values of `Shard`, by name. */
export const Shard = {
  _1: "1",
  _9223372036854775807: "9223372036854775807",
} as const;
