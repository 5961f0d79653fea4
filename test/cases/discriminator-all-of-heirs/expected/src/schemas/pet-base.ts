import type { Pet } from "./pet.js";

/** What all kinds of `Pet` have in common. */
export interface PetBase {
  kind: string;
  friends?: Pet[];
}
