export type Priority = 1 | 2 | 10 | -1;

/** The values of `Priority`, by name. */
export const Priority = {
  _1: 1,
  _2: 2,
  _10: 10,
  Minus1: -1,
} as const;
