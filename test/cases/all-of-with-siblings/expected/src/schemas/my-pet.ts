import type { Pet } from "./pet.js";

/** The one I have. */
export type MyPet = Pet;
