export type Sizes = {
  [key in "s" | "m"]?: number;
};
