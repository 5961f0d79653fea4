export interface PageUsers {
  number?: number;
}
