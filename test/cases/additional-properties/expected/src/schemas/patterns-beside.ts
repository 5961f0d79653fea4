export type PatternsBeside = {
  id: number;
} & {
  [key: string]: boolean | number;
};
