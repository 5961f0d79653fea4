/** Format: `int64` */
export type Shard = 1 | 9007199254740993 | null;

/** The values of `Shard`, by name. */
export const Shard = {
  _1: 1,
  _9007199254740993: 9007199254740993,
} as const;
