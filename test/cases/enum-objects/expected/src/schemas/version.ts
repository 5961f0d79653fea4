export type Version = 1.5 | 15 | null;

/** The values of `Version`, by name. */
export const Version = {
  _1_5: 1.5,
  _15: 15,
} as const;
