export interface Flat {
  a: string;
}
