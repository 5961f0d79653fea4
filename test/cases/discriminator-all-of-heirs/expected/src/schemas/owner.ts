import type { Pet } from "./pet.js";

export interface Owner {
  pet?: Pet | null;
}
