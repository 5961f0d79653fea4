export type Frame =
  | {
      width: 1;
    }
  | {
      width: 2;
    };
