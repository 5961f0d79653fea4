export interface Thing {
  a: 1;
  "b-c": [true, Record<string, never>];
}
