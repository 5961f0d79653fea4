export type Unevaluated = {
  id?: number;
} & {
  [key: string]: string | number | undefined;
};
