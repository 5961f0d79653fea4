export type Tuple = [string?, ...number[]];
