export type Here = unknown;
