import type { DogHome } from "./dog-home.js";
import type { Tag } from "./tag.js";

export interface Dog {
  kind: "dog";
  tags?: Tag[];
  home?: {
    street?: string;
  };
  formerHome?: DogHome;
}
