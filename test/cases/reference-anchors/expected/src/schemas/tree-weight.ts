export type TreeWeight = number;
