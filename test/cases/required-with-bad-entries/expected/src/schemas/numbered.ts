export interface Numbered {
  1: string;
  3?: string;
  "2.0": string;
}
