import type { Tree } from "./tree.js";

export interface Node {
  children?: Tree[];
}
