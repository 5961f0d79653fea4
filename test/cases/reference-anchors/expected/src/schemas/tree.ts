import type { Owner } from "./owner.js";
import type { TreeLeaf } from "./tree-leaf.js";
import type { TreeWeight } from "./tree-weight.js";
import type { Wood } from "./wood.js";

export interface Tree {
  children?: Tree[];
  leaf?: TreeLeaf;
  weight?: TreeWeight;
  forest?: Wood;
  /** Who planted it. */
  owner?: Owner;
}
