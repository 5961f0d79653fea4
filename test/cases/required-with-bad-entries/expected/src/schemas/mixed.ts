export interface Mixed {
  a: string;
  b: string;
  c?: string;
}
