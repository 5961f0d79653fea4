import type { Pet } from "./pet.js";

export type Referring = Pet & {
  age: number;
};
