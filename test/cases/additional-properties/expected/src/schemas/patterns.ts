export interface Patterns {
  [key: string]: number | string;
}
