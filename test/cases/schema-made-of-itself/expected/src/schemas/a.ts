export type A = unknown;
