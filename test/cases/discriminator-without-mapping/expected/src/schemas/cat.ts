export interface Cat {
  kind: "Cat";
  lives?: number;
}
