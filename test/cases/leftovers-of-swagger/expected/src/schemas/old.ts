export interface Old {
  id?: number;
}
