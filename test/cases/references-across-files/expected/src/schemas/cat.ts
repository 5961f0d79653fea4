import type { Dog } from "./dog.js";

export interface Cat {
  kind: "cat";
  lives?: number;
  enemy?: Dog;
}
