import type { DogBase } from "./dog-base.js";

export type Puppy = DogBase & {
  weeks?: number;
  kind: "puppy";
};
