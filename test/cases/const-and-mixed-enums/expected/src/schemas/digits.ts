export type Digits = 1 | 2;
