export type Numbers = 1 | 2 | 9007199254740991;

/** The values of `Numbers`, by name. */
export const Numbers = {
  _1: 1,
  _2: 2,
  _9007199254740991: 9007199254740991,
} as const;
