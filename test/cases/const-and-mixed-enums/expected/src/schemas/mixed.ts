export type Mixed =
  | "auto"
  | 1
  | -1.5
  | true
  | null
  | {
      a: [];
    };
