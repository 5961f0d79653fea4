import type { Pet } from "./pet.js";

export type Dog = WithRequired<Pet, "tag"> & {
  bark: boolean;
};

type WithRequired<T, K extends keyof T> = T & {
  [P in K]-?: T[P];
};
