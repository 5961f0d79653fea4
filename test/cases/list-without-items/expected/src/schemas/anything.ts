export type Anything = unknown[];
