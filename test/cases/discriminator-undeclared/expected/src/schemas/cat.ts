export interface Cat {
  lives?: number;
}
