export type Impossible = never;
