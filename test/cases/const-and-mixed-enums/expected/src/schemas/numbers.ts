export type Numbers = 1 | 2 | 9007199254740991;
