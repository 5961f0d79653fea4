import type { Pet } from "./pet.js";

/** Beside the parts. */
export type Cat = WithRequired<Pet, "name"> & {
  lives: number;
};

type WithRequired<T, K extends keyof T> = T & {
  [P in K]-?: T[P];
};
