export interface Page {
  content: unknown[];
  total: number;
}
