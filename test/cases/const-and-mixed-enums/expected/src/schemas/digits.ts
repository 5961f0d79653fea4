export type Digits = 1 | 2;

/** The values of `Digits`, by name. */
export const Digits = {
  _1: 1,
  _2: 2,
} as const;
