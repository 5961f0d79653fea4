export interface Cat {
  kind: "cat";
  lives: number;
}
