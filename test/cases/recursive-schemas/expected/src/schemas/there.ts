export type There = unknown;
