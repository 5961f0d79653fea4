import type { PetBase } from "./pet-base.js";

export type Dog = PetBase & {
  bark?: boolean;
  readonly kind?: "dog";
};
