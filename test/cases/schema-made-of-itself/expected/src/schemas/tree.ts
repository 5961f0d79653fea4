export interface Tree {
  children?: Tree[];
}
