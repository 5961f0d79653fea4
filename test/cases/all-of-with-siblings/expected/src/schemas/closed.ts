import type { Pet } from "./pet.js";

export type Closed = Pet;
