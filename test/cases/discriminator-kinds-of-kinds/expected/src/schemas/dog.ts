import type { DogBase } from "./dog-base.js";

/** A dog. */
export type Dog = DogBase & {
  kind: "dog";
};
