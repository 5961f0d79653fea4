export interface Anything {
  [key: string]: unknown;
}
