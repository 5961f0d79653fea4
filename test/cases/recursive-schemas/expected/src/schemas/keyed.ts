export type Keyed = {
  [key in "a" | "b"]?: Keyed;
};
