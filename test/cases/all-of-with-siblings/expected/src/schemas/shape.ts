export type Shape = {
  id: number;
} & (
  | {
      radius: number;
    }
  | {
      side: number;
    }
);
