import type { PetBase } from "./pet-base.js";

export type Cat = PetBase & {
  lives?: number;
  kind: "Cat";
};
