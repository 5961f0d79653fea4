import type { Tree } from "./tree.js";

export type Alias = Tree;
