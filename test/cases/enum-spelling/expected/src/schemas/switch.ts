export type Switch = true;
