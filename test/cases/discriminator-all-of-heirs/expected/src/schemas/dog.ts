import type { PetBase } from "./pet-base.js";

export type Dog = PetBase & {
  bark: boolean;
  kind: "dog";
};
