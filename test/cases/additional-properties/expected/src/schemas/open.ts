export type Open = {
  id?: number;
} & {
  [key: string]: unknown;
};
