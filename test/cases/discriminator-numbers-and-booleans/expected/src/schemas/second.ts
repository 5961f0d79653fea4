export interface Second {
  version: 2;
  parts?: string[];
}
