export interface TreeLeaf {
  colour?: string;
}
