export type Genre = string;
