export type Labels = {
  id?: number;
} & {
  [key: string]: string | number | undefined;
};
