/** Format: `int64` */
export type Shard = 1n | 9223372036854775807n;

/** The values of `Shard`, by name. */
export const Shard = {
  _1: 1n,
  _9223372036854775807: 9223372036854775807n,
} as const;
