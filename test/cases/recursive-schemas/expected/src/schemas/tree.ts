import type { Node } from "./node.js";

export type Tree = Node & {
  name: string;
};
