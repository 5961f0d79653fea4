export interface Closed {
  id?: number;
}
