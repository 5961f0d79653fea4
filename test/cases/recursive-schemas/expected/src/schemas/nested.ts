export interface Nested {
  [key: string]: Nested;
}
