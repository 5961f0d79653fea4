import type { PetBase } from "./pet-base.js";

/** What all kinds of `Cat` have in common. */
export type CatBase = PetBase & {
  lives?: number;
};
