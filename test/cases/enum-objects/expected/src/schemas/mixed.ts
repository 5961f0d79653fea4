export type Mixed = 1 | "1" | true | "None" | null;

/** The values of `Mixed`, by name. */
export const Mixed = {
  _1_number: 1,
  _1_string: "1",
  True: true,
  None: "None",
} as const;
